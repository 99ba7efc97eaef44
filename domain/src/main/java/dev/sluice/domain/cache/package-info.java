/** Cached reads: typed keys, their encoding and the cache itself. */
@NullMarked
package dev.sluice.domain.cache;

import org.jspecify.annotations.NullMarked;
