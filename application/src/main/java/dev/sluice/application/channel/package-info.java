/** Synchronising channels, reading their statistics through the cache, and forgetting old figures. */
@NullMarked
package dev.sluice.application.channel;

import org.jspecify.annotations.NullMarked;
