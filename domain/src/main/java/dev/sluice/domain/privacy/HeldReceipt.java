package dev.sluice.domain.privacy;

import dev.sluice.domain.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an invoice was sent to its buyer once more.
 *
 * @param mailedAt when the e-mail was accepted, or null if it was not
 */
public record HeldReceipt(
        OrderId order, Instant requestedAt, @Nullable Instant mailedAt) {}
