/** The job engine measured beside BullMQ: enqueue, drain and open-loop latency. */
@NullMarked
package dev.sluice.bench.job;

import org.jspecify.annotations.NullMarked;
