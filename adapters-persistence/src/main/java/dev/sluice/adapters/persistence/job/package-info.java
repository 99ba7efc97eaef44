/** The record of jobs. */
@NullMarked
package dev.sluice.adapters.persistence.job;

import org.jspecify.annotations.NullMarked;
