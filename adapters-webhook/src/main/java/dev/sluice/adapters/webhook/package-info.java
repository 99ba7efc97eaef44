/** Webhooks over HTTP, signed after Standard Webhooks, to addresses of the public network alone. */
@NullMarked
package dev.sluice.adapters.webhook;

import org.jspecify.annotations.NullMarked;
