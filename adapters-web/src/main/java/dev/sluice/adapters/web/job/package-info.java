/** The routes of jobs, for operators. */
@NullMarked
package dev.sluice.adapters.web.job;

import org.jspecify.annotations.NullMarked;
