package dev.sluice.adapters.persistence.privacy;

import static dev.sluice.adapters.persistence.schema.Tables.KEPT_PAPERS;
import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static dev.sluice.adapters.persistence.schema.Tables.SENT_MAILS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.privacy.HeldPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
        return database.select(table.order(), table.seller(), table.sequence(), table.issuedOn())
                .select(named(table, "name"), named(table, "email"), named(table, "country"), SENT_MAILS.SENT_AT)
                .from(table.id().getTable())
                .leftJoin(SENT_MAILS)
                .on(SENT_MAILS.MESSAGE_ID.eq(messageId(table)))
                .where(table.order().eq(any(orders)))
                .fetch(row -> paper(row, table));
    }

    private static Field<String> named(PaperTable table, String attribute) {
        return jsonbGetAttributeAsText(jsonbGetAttribute(table.content(), inline("buyer")), inline(attribute))
                .as(attribute);
    }

    private static Field<String> messageId(PaperTable table) {
        return inline(table.kind() + ".").concat(table.id()).concat(inline("@sluice"));
    }

    private static HeldPaper paper(Record row, PaperTable table) {
        return new HeldPaper(
                new OrderId(row.get(table.order())),
                table.kind(),
                table.number().apply(new CreatorId(row.get(table.seller())), row.get(table.sequence())),
                row.get(table.issuedOn()),
                new Buyer(
                        row.get("name", String.class),
                        new EmailAddress(row.get("email", String.class)),
                        new Country(row.get("country", String.class))),
                row.get(SENT_MAILS.SENT_AT));
    }

    /** Notes which papers of erased orders are kept; the youngest of an order keeps all of them. */
    void keep(UUID[] orders) {
        PaperTable.ALL.forEach(table -> database.insertInto(KEPT_PAPERS, KEPT_PAPERS.ORDER_ID, KEPT_PAPERS.ISSUED_ON)
                .select(select(table.order(), table.issuedOn())
                        .from(table.id().getTable())
                        .where(table.order().eq(any(orders))))
                .onConflict(KEPT_PAPERS.ORDER_ID)
                .doUpdate()
                .set(KEPT_PAPERS.ISSUED_ON, greatest(KEPT_PAPERS.ISSUED_ON, excluded(KEPT_PAPERS.ISSUED_ON)))
                .execute());
    }

    /** @return how many orders had papers that are not to be kept any more */
    int forget(LocalDate issuedBefore, int limit) {
        UUID[] orders = database.deleteFrom(KEPT_PAPERS)
                .where(KEPT_PAPERS.ORDER_ID.in(select(KEPT_PAPERS.ORDER_ID)
                        .from(KEPT_PAPERS)
                        .where(KEPT_PAPERS.ISSUED_ON.lt(issuedBefore))
                        .orderBy(KEPT_PAPERS.ISSUED_ON, KEPT_PAPERS.ORDER_ID)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked()))
                .returning(KEPT_PAPERS.ORDER_ID)
                .fetchArray(KEPT_PAPERS.ORDER_ID);
        PaperTable.ALL.forEach(table -> forget(orders, table));
        return orders.length;
    }

    private void forget(UUID[] orders, PaperTable table) {
        database.deleteFrom(table.documentOf().getTable())
                .where(table.documentOf()
                        .in(select(table.id())
                                .from(table.id().getTable())
                                .where(table.order().eq(any(orders)))))
                .execute();
        database.update(table.id().getTable())
                .set(table.content(), withoutTheBuyer(table))
                .from(ORDERS)
                .where(ORDERS.ID.eq(table.order()))
                .and(table.order().eq(any(orders)))
                .execute();
    }

    private static Field<JSONB> withoutTheBuyer(PaperTable table) {
        return field(WITHOUT_THE_BUYER, JSONB.class, table.content(), ORDERS.BUYER_NAME, ORDERS.BUYER_EMAIL);
    }
}
