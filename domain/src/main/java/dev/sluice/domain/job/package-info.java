/** Background jobs: what they are, their record of truth and their delivery. */
@NullMarked
package dev.sluice.domain.job;

import org.jspecify.annotations.NullMarked;
