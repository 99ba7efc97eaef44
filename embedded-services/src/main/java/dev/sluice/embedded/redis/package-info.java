/** Redis, started from a binary on the classpath, with the faults that tests play. */
@NullMarked
package dev.sluice.embedded.redis;

import org.jspecify.annotations.NullMarked;
