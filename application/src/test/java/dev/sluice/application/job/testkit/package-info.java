/** The test kit of the job engine: handlers run for real, in memory, on one thread and on a clock that the test moves. */
@NullMarked
package dev.sluice.application.job.testkit;

import org.jspecify.annotations.NullMarked;
