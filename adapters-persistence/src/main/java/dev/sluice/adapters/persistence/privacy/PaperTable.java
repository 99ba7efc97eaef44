package dev.sluice.adapters.persistence.privacy;

import static dev.sluice.adapters.persistence.schema.Tables.CREDIT_NOTES;
import static dev.sluice.adapters.persistence.schema.Tables.CREDIT_NOTE_DOCUMENTS;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICE_DOCUMENTS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.CreditNoteNumber;
import dev.sluice.domain.invoice.InvoiceNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Where papers of one kind lie. What they say of the buyer, the invoice says.
 *
 * @param kind what they are called; their e-mails have Message-IDs that begin with it
 * @param from holds their columns and those of {@code invoices}
 * @param number how a seller's number is printed
 * @param reason why it was issued, which not each kind says
 * @param documentOf the id, in the table of the documents
 */
record PaperTable(
        String kind,
        Table<?> from,
        TableField<?, UUID> id,
        TableField<?, UUID> seller,
        TableField<?, Long> sequence,
        BiFunction<CreatorId, Long, String> number,
        Field<LocalDate> issuedOn,
        Field<String> reason,
        TableField<?, UUID> documentOf) {

    /** All kinds that are issued to buyers: another one is one more entry. */
    static final List<PaperTable> ALL = List.of(
            new PaperTable(
                    "invoice",
                    INVOICES,
                    INVOICES.ID,
                    INVOICES.CREATOR_ID,
                    INVOICES.SEQUENCE,
                    (seller, sequence) -> new InvoiceNumber(seller, sequence).text(),
                    INVOICES.ISSUED_ON,
                    inline((String) null),
                    INVOICE_DOCUMENTS.INVOICE_ID),
            new PaperTable(
                    "credit-note",
                    CREDIT_NOTES.join(INVOICES).on(INVOICES.ID.eq(CREDIT_NOTES.INVOICE_ID)),
                    CREDIT_NOTES.ID,
                    CREDIT_NOTES.CREATOR_ID,
                    CREDIT_NOTES.SEQUENCE,
                    (seller, sequence) -> new CreditNoteNumber(seller, sequence).text(),
                    field("({0} at time zone 'utc')::date", LocalDate.class, CREDIT_NOTES.ISSUED_AT),
                    nullif(CREDIT_NOTES.REASON, inline("")),
                    CREDIT_NOTE_DOCUMENTS.CREDIT_NOTE_ID));
}
