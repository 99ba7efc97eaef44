/** How many requests anybody may make in a span of time. */
@NullMarked
package dev.sluice.domain.rate;

import org.jspecify.annotations.NullMarked;
