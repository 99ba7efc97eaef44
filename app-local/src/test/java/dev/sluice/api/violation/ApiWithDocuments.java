package dev.sluice.api.violation;

import dev.sluice.adapters.documents.DocumentsConfiguration;

/** Breaks the rule that the API never sees documents. */
public record ApiWithDocuments(DocumentsConfiguration documents) {}
