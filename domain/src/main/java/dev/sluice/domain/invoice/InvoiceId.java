package dev.sluice.domain.invoice;

import java.util.UUID;

/** The identity of an invoice. */
public record InvoiceId(UUID value) {}
