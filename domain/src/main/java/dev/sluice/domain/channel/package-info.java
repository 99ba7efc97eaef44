/** A creator's YouTube channel and its statistics. */
@NullMarked
package dev.sluice.domain.channel;

import org.jspecify.annotations.NullMarked;
