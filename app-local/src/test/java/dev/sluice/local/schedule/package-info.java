/** Schedules on a real database. */
@NullMarked
package dev.sluice.local.schedule;

import org.jspecify.annotations.NullMarked;
