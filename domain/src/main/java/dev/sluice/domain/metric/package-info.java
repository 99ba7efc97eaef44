/** Counting and measuring what happens, for the operators. */
@NullMarked
package dev.sluice.domain.metric;

import org.jspecify.annotations.NullMarked;
