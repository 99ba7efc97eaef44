/** What a benchmark tells: figures, the machine, the table and the file of results. */
@NullMarked
package dev.sluice.bench.report;

import org.jspecify.annotations.NullMarked;
