package dev.sluice.domain.party;

/** What the documents of a seller's invoices are. */
public enum InvoiceFormat {
    /** A PDF for people to read. */
    PDF,
    /** A PDF/A-3 that carries the invoice as XML by EN 16931 for programs to read, too: Factur-X, also known as ZUGFeRD. */
    FACTUR_X
}
