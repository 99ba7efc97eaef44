package dev.sluice.domain.party;

/** What keeps invoices from having the format that their seller asks for. */
public enum InvoiceObstacle {
    /** A Factur-X document is in euros: in other currencies it would have to say the tax in euros, at a rate of the day. */
    CURRENCY,
    /** A Factur-X document names the seller by a VAT identification number of the European Union. */
    VAT_ID
}
