/** The load generators wrk and h2load, and what they say of the answers. */
@NullMarked
package dev.sluice.bench.load;

import org.jspecify.annotations.NullMarked;
