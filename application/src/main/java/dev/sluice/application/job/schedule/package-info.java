/** Firing the jobs that are due again and again. */
@NullMarked
package dev.sluice.application.job.schedule;

import org.jspecify.annotations.NullMarked;
