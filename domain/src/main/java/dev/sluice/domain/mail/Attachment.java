package dev.sluice.domain.mail;

import dev.sluice.domain.invoice.PdfDocument;

/** A document that an e-mail carries. */
public record Attachment(String fileName, PdfDocument document) {}
