/** The repositories of Sluice on PostgreSQL, through jOOQ. */
@NullMarked
package dev.sluice.adapters.persistence;

import org.jspecify.annotations.NullMarked;
