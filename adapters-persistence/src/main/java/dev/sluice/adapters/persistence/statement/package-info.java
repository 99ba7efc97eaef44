/** Statements that run for every few jobs, at the least cost to the process that sends them. */
@NullMarked
package dev.sluice.adapters.persistence.statement;

import org.jspecify.annotations.NullMarked;
