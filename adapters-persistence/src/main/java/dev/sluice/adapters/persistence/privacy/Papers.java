package dev.sluice.adapters.persistence.privacy;

import static dev.sluice.adapters.persistence.schema.Tables.CREDIT_NOTES;
import static dev.sluice.adapters.persistence.schema.Tables.INVOICES;
import static dev.sluice.adapters.persistence.schema.Tables.KEPT_PAPERS;
import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static dev.sluice.adapters.persistence.schema.Tables.RECEIPTS;
import static dev.sluice.adapters.persistence.schema.Tables.SENT_MAILS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.privacy.HeldPaper;
import dev.sluice.domain.privacy.HeldReceipt;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;

/** The papers of orders, kind by kind. */
record Papers(DSLContext database) {

    /** What is beside the name and the address stays. */
    private static final String WITHOUT_THE_BUYER = """
            {0} || jsonb_build_object('buyer',
                ({0} -> 'buyer') || jsonb_build_object('name', {1}, 'email', {2}))
            """;

    List<HeldPaper> of(UUID[] orders) {
        return PaperTable.ALL.stream()
                .flatMap(table -> of(orders, table).stream())
                .toList();
    }

    private List<HeldPaper> of(UUID[] orders, PaperTable table) {
        return database.select(INVOICES.ORDER_ID, table.seller(), table.sequence(), table.issuedOn(), table.reason())
                .select(named("name"), named("email"), named("country"), named("language"), SENT_MAILS.SENT_AT)
                .from(table.from())
                .leftJoin(SENT_MAILS)
                .on(SENT_MAILS.MESSAGE_ID.eq(messageId(table)))
                .where(INVOICES.ORDER_ID.eq(any(orders)))
                .fetch(row -> paper(row, table));
    }

    List<HeldReceipt> receipts(UUID[] orders) {
        return database.select(RECEIPTS.ORDER_ID, RECEIPTS.REQUESTED_AT, SENT_MAILS.SENT_AT)
                .from(RECEIPTS)
                .leftJoin(SENT_MAILS)
                .on(SENT_MAILS.MESSAGE_ID.eq(messageId("receipt", RECEIPTS.ID)))
                .where(RECEIPTS.ORDER_ID.eq(any(orders)))
                .orderBy(RECEIPTS.ORDER_ID, RECEIPTS.ID)
                .fetch(row -> new HeldReceipt(new OrderId(row.value1()), row.value2(), row.value3()));
    }

    private static Field<String> named(String attribute) {
        return jsonbGetAttributeAsText(jsonbGetAttribute(INVOICES.CONTENT, inline("buyer")), inline(attribute))
                .as(attribute);
    }

    private static Field<String> messageId(PaperTable table) {
        return messageId(table.kind(), table.id());
    }

    private static Field<String> messageId(String kind, Field<UUID> id) {
        return inline(MessageId.beforeId(kind)).concat(id).concat(inline(MessageId.AFTER_ID));
    }

    private static HeldPaper paper(Record row, PaperTable table) {
        return new HeldPaper(
                new OrderId(row.get(INVOICES.ORDER_ID)),
                table.kind(),
                table.number().apply(new CreatorId(row.get(table.seller())), row.get(table.sequence())),
                row.get(table.issuedOn()),
                buyer(row),
                row.get(table.reason()),
                row.get(SENT_MAILS.SENT_AT));
    }

    /** Invoices that were frozen before there were languages name none. */
    private static Buyer buyer(Record row) {
        String language = row.get("language", String.class);
        return new Buyer(
                row.get("name", String.class),
                new EmailAddress(row.get("email", String.class)),
                new Country(row.get("country", String.class)),
                language == null ? Language.ENGLISH : Language.of(language));
    }

    /** Notes which erased orders have an invoice, without which there is no other paper. */
    void keep(UUID[] orders) {
        database.insertInto(KEPT_PAPERS, KEPT_PAPERS.ORDER_ID, KEPT_PAPERS.ISSUED_ON)
                .select(select(INVOICES.ORDER_ID, INVOICES.ISSUED_ON)
                        .from(INVOICES)
                        .where(INVOICES.ORDER_ID.eq(any(orders))))
                .onConflictDoNothing()
                .execute();
    }

    /** @return how many orders had papers that are not to be kept any more; the youngest keeps all of an order */
    int forget(LocalDate issuedBefore, int limit) {
        UUID[] orders = database.deleteFrom(KEPT_PAPERS)
                .where(KEPT_PAPERS.ORDER_ID.in(select(KEPT_PAPERS.ORDER_ID)
                        .from(KEPT_PAPERS)
                        .where(KEPT_PAPERS.ISSUED_ON.lt(issuedBefore))
                        .and(hasNoneSince(issuedBefore))
                        .orderBy(KEPT_PAPERS.ISSUED_ON, KEPT_PAPERS.ORDER_ID)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked()))
                .returning(KEPT_PAPERS.ORDER_ID)
                .fetchArray(KEPT_PAPERS.ORDER_ID);
        PaperTable.ALL.forEach(table -> deleteDocuments(orders, table));
        forgetContents(orders);
        return orders.length;
    }

    private static Condition hasNoneSince(LocalDate day) {
        return PaperTable.ALL.stream()
                .map(table -> notExists(selectOne()
                        .from(table.from())
                        .where(INVOICES.ORDER_ID.eq(KEPT_PAPERS.ORDER_ID))
                        .and(table.issuedOn().ge(day))))
                .reduce(noCondition(), Condition::and);
    }

    private void deleteDocuments(UUID[] orders, PaperTable table) {
        database.deleteFrom(table.documentOf().getTable())
                .where(table.documentOf()
                        .in(select(table.id()).from(table.from()).where(INVOICES.ORDER_ID.eq(any(orders)))))
                .execute();
    }

    /** A reason is in the seller's words, and may name the buyer. */
    private void forgetContents(UUID[] orders) {
        database.update(CREDIT_NOTES)
                .set(CREDIT_NOTES.REASON, "")
                .from(INVOICES)
                .where(INVOICES.ID.eq(CREDIT_NOTES.INVOICE_ID))
                .and(INVOICES.ORDER_ID.eq(any(orders)))
                .execute();
        database.update(INVOICES)
                .set(
                        INVOICES.CONTENT,
                        field(WITHOUT_THE_BUYER, JSONB.class, INVOICES.CONTENT, ORDERS.BUYER_NAME, ORDERS.BUYER_EMAIL))
                .from(ORDERS)
                .where(ORDERS.ID.eq(INVOICES.ORDER_ID))
                .and(INVOICES.ORDER_ID.eq(any(orders)))
                .execute();
    }
}
