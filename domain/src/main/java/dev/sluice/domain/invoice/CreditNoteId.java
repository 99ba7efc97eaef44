package dev.sluice.domain.invoice;

import java.util.UUID;

/** The identity of a credit note. */
public record CreditNoteId(UUID value) {}
