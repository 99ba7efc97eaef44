/** Channels and their videos, read from the YouTube Data API v3. */
@NullMarked
package dev.sluice.adapters.youtube;

import org.jspecify.annotations.NullMarked;
