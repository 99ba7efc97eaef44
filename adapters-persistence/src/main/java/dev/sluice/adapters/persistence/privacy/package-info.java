/** Personal data in PostgreSQL: all the places where it lies. */
@NullMarked
package dev.sluice.adapters.persistence.privacy;

import org.jspecify.annotations.NullMarked;
