/** Sluice's two processes, as they are deployed and with what only benchmarks need. */
@NullMarked
package dev.sluice.bench.process;

import org.jspecify.annotations.NullMarked;
