/** The stream of job events. */
@NullMarked
package dev.sluice.adapters.web.job.event;

import org.jspecify.annotations.NullMarked;
