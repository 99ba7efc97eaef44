/** Telling sellers what has happened: where they listen, what they are told and how that went. */
@NullMarked
package dev.sluice.domain.webhook;

import org.jspecify.annotations.NullMarked;
