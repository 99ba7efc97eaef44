/** The events of jobs: told where the record changes, and passed on to those who watch. */
@NullMarked
package dev.sluice.application.job.event;

import org.jspecify.annotations.NullMarked;
