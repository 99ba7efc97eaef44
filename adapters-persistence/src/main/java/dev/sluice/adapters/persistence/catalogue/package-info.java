/** Creators and products in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.catalogue;

import org.jspecify.annotations.NullMarked;
