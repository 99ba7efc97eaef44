/** The entry of the benchmarks, which are measured on a machine of one's own and never run as tests. */
@NullMarked
package dev.sluice.bench;

import org.jspecify.annotations.NullMarked;
