/** What the cache is still to be told, in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.cache;

import org.jspecify.annotations.NullMarked;
