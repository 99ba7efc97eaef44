package dev.sluice.adapters.persistence.privacy;

import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICE_DOCUMENTS;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.InvoiceNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.JSONB;
import org.jooq.TableField;

/**
 * Where papers of one kind lie: one table has what they say, another the documents.
 *
 * @param kind what they are called; their e-mails have Message-IDs that begin with it
 * @param number how a seller's number is printed
 * @param content names the buyer in its attribute {@code buyer}
 * @param documentOf the id, in the table of the documents
 */
record PaperTable(
        String kind,
        TableField<?, UUID> id,
        TableField<?, UUID> order,
        TableField<?, UUID> seller,
        TableField<?, Long> sequence,
        BiFunction<CreatorId, Long, String> number,
        TableField<?, LocalDate> issuedOn,
        TableField<?, JSONB> content,
        TableField<?, UUID> documentOf) {

    /** All kinds that are issued to buyers: another one is one more entry. */
    static final List<PaperTable> ALL = List.of(new PaperTable(
            "invoice",
            INVOICES.ID,
            INVOICES.ORDER_ID,
            INVOICES.CREATOR_ID,
            INVOICES.SEQUENCE,
            (seller, sequence) -> new InvoiceNumber(seller, sequence).text(),
            INVOICES.ISSUED_ON,
            INVOICES.CONTENT,
            INVOICE_DOCUMENTS.INVOICE_ID));
}
