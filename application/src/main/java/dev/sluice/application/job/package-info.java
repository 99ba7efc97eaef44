/** The job engine: dispatching, claiming, running, settling and rescuing jobs. */
@NullMarked
package dev.sluice.application.job;

import org.jspecify.annotations.NullMarked;
