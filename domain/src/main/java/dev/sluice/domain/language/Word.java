package dev.sluice.domain.language;

/**
 * All that is said to buyers, in every language: no word can be left out of one of them. Each {@code %s} stands for what
 * is filled in, in the same order in all languages.
 */
public enum Word {
    INVOICE("Invoice", "Rechnung", "Facture"),
    /** In German not "Gutschrift", which is what a buyer writes to a seller (section 14 UStG). */
    CREDIT_NOTE("Credit note", "Stornorechnung", "Avoir"),

    SELLER("From", "Rechnungssteller", "Émetteur"),
    BUYER("Billed to", "Rechnungsempfänger", "Facturé à"),
    VAT_ID("VAT ID %s", "USt-IdNr. %s", "N° de TVA %s"),
    ISSUED_ON("Date of issue", "Rechnungsdatum", "Date d’émission"),
    SUPPLIED_ON("Date of supply", "Leistungsdatum", "Date de la prestation"),
    CREDITED_INVOICE("Credited invoice", "Stornierte Rechnung", "Facture annulée"),
    NUMBER_AND_DATE("%s of %s", "%s vom %s", "%s du %s"),
    ORDER("Order reference", "Bestellnummer", "Référence de la commande"),

    DESCRIPTION("Description", "Bezeichnung", "Désignation"),
    QUANTITY("Quantity", "Menge", "Quantité"),
    /** The currency. */
    UNIT_PRICE("Unit price, %s", "Einzelpreis, %s", "Prix unitaire HT, %s"),
    VAT("VAT", "USt.", "TVA"),
    /** The currency. */
    LINE_AMOUNT("Net amount, %s", "Nettobetrag, %s", "Montant HT, %s"),

    VAT_RATE("VAT rate", "Steuersatz", "Taux de TVA"),
    TAXABLE_AMOUNT("Taxable amount", "Bemessungsgrundlage", "Base imposable"),
    VAT_AMOUNT("VAT amount", "Steuerbetrag", "Montant de TVA"),
    NET_AMOUNT("Net amount", "Nettobetrag", "Total HT"),
    TOTAL("Total", "Gesamtbetrag", "Total TTC"),

    /** Only in e-invoices, which have to say when they are due. */
    DUE("Payable on receipt", "Zahlbar nach Erhalt", "Payable à réception"),

    OUTSIDE_THE_UNION(
            "Outside the scope of EU VAT: supplied electronically to a buyer outside the European Union"
                    + " (Art. 59 of Directive 2006/112/EC).",
            "Nicht im Anwendungsbereich der Mehrwertsteuer der EU: auf elektronischem Weg an einen Käufer außerhalb der"
                    + " Europäischen Union erbracht (Art. 59 der Richtlinie 2006/112/EG).",
            "Hors du champ d’application de la TVA de l’UE : service fourni par voie électronique à un acheteur établi"
                    + " hors de l’Union européenne (art. 59 de la directive 2006/112/CE)."),

    /** The page and the number of pages. */
    PAGE("Page %s of %s", "Seite %s von %s", "Page %s sur %s"),

    /** The number of the invoice and the seller's name. */
    MAIL_SUBJECT("Your invoice %s from %s", "Ihre Rechnung %s von %s", "Votre facture %s de %s"),
    /** The buyer's name, the number of the invoice, the seller's name and the order's id. */
    MAIL_TEXT("""
            Hello %s,

            thank you for your order. You find the invoice %s from %s attached.

            Order: %s
            """, """
            Guten Tag %s,

            vielen Dank für Ihre Bestellung. Im Anhang finden Sie die Rechnung %s von %s.

            Bestellung: %s
            """, """
            Bonjour %s,

            merci pour votre commande. Vous trouverez ci-joint la facture %s de %s.

            Commande : %s
            """),
    /** The number of the credit note and the seller's name. */
    CREDIT_SUBJECT("Your credit note %s from %s", "Ihre Stornorechnung %s von %s", "Votre avoir %s de %s"),
    /** The buyer's name, the number of the credit note, the seller's name, the number of the invoice, the order's id. */
    CREDIT_TEXT("""
            Hello %s,

            your order was refunded. You find the credit note %s from %s attached; it takes back the invoice %s.

            Order: %s
            """, """
            Guten Tag %s,

            Ihre Bestellung wurde erstattet. Im Anhang finden Sie die Stornorechnung %s von %s zur Rechnung %s.

            Bestellung: %s
            """, """
            Bonjour %s,

            votre commande a été remboursée. Vous trouverez ci-joint l’avoir %s de %s, qui annule la facture %s.

            Commande : %s
            """);

    private final String english;
    private final String german;
    private final String french;

    Word(String english, String german, String french) {
        this.english = english;
        this.german = german;
        this.french = french;
    }

    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case GERMAN -> german;
            case FRENCH -> french;
        };
    }

    /** The word with what is filled in. */
    public String in(Language language, Object... parts) {
        return in(language).formatted(parts);
    }
}
