/** Demo data: a small believable set and a large one for load tests. */
@NullMarked
package dev.sluice.local.seed;

import org.jspecify.annotations.NullMarked;
