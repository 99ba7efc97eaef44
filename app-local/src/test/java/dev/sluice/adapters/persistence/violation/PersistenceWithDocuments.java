package dev.sluice.adapters.persistence.violation;

import org.openpdf.text.Document;

/** Breaks the rule that OpenPDF stays in its adapter. */
public record PersistenceWithDocuments(Document document) {}
