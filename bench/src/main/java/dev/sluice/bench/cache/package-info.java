/** Cached reads measured: in memory, from Redis and over HTTP, cold and in a stampede. */
@NullMarked
package dev.sluice.bench.cache;

import org.jspecify.annotations.NullMarked;
