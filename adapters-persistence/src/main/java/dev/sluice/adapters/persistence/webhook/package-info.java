/** Endpoints of webhooks and deliveries to them in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.webhook;

import org.jspecify.annotations.NullMarked;
