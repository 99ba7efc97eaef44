/** Jobs that are due again and again: when, and when each of them is next. */
@NullMarked
package dev.sluice.domain.job.schedule;

import org.jspecify.annotations.NullMarked;
