/** Telling sellers' systems what has happened, and the upkeep of where they listen. */
@NullMarked
package dev.sluice.application.webhook;

import org.jspecify.annotations.NullMarked;
