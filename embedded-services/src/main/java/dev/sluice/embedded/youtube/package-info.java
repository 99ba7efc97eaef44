/** A stand-in for the YouTube Data API v3 with generated channels and playable faults. */
@NullMarked
package dev.sluice.embedded.youtube;

import org.jspecify.annotations.NullMarked;
