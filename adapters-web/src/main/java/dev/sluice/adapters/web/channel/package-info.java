/** The routes of channels. */
@NullMarked
package dev.sluice.adapters.web.channel;

import org.jspecify.annotations.NullMarked;
