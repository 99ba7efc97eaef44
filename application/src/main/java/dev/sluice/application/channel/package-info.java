/** Synchronising channels and reading their statistics through the cache. */
@NullMarked
package dev.sluice.application.channel;

import org.jspecify.annotations.NullMarked;
