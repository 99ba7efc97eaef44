/** Failures of outside systems, told apart by whether trying again can help. */
@NullMarked
package dev.sluice.domain.failure;

import org.jspecify.annotations.NullMarked;
