package dev.sluice.domain.invoice;

import java.util.UUID;

/** The identity of a receipt. */
public record ReceiptId(UUID value) {}
