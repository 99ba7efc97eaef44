/** API keys in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.access;

import org.jspecify.annotations.NullMarked;
