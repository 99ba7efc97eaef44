/** The record of when each schedule fires next. */
@NullMarked
package dev.sluice.adapters.persistence.job.schedule;

import org.jspecify.annotations.NullMarked;
