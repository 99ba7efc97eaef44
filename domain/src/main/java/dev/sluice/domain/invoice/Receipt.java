package dev.sluice.domain.invoice;

import dev.sluice.domain.order.OrderId;
import java.time.Instant;

/** That an order's invoice is to go to its buyer once more. */
public record Receipt(ReceiptId id, OrderId order, Instant requestedAt) {}
