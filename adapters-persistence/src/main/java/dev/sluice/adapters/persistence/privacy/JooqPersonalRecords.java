package dev.sluice.adapters.persistence.privacy;

import static dev.sluice.adapters.persistence.schema.Tables.ERASURES;
import static dev.sluice.adapters.persistence.schema.Tables.IDEMPOTENCY_RECORDS;
import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.privacy.DataSubject;
import dev.sluice.domain.privacy.Erasure;
import dev.sluice.domain.privacy.HeldPaper;
import dev.sluice.domain.privacy.HeldReceipt;
import dev.sluice.domain.privacy.PersonalRecords;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Personal data in PostgreSQL. What is in none of these places is in none: a test looks through all columns. */
final class JooqPersonalRecords implements PersonalRecords {

    /** No request has this fingerprint, so that a key of an erased order counts as used for something else. */
    private static final String NO_FINGERPRINT = "erased";

    private static final List<String> UNDER_WAY = Arrays.stream(OrderStatus.values())
            .filter(OrderStatus::isUnderWay)
            .map(OrderStatus::name)
            .toList();

    private final DSLContext database;
    private final Papers papers;

    JooqPersonalRecords(DSLContext database) {
        this.database = database;
        this.papers = new Papers(database);
    }

    @Override
    public Page<OrderId> orders(DataSubject subject, PageRequest page) {
        List<OrderId> ids = database.select(ORDERS.ID)
                .from(ORDERS)
                .where(isOf(subject))
                .and(Keyset.from(page, ORDERS.ID))
                .orderBy(ORDERS.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(row -> new OrderId(row.value1()));
        return Page.cut(ids, page, OrderId::value);
    }

    @Override
    public List<HeldPaper> papers(Collection<OrderId> orders) {
        return papers.of(orders.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    @Override
    public List<HeldReceipt> receipts(Collection<OrderId> orders) {
        return papers.receipts(orders.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    @Override
    public boolean isUnderWay(DataSubject subject) {
        return database.fetchExists(ORDERS, isOf(subject).and(ORDERS.STATUS.in(UNDER_WAY)));
    }

    @Override
    public int erase(DataSubject subject, Erasure erasure, int limit) {
        UUID[] erased = pseudonymise(subject, erasure, limit);
        database.update(IDEMPOTENCY_RECORDS)
                .set(IDEMPOTENCY_RECORDS.FINGERPRINT, NO_FINGERPRINT)
                .where(IDEMPOTENCY_RECORDS.RESULT.eq(any(erased)))
                .execute();
        papers.keep(erased);
        record(erasure, erased.length);
        return erased.length;
    }

    /** The version grows, as with every change: whoever is about to advance one of these orders has to look again. */
    private UUID[] pseudonymise(DataSubject subject, Erasure erasure, int limit) {
        return database.update(ORDERS)
                .set(ORDERS.BUYER_NAME, Buyer.ERASED)
                .set(ORDERS.BUYER_EMAIL, EmailAddress.pseudonym(erasure.id()).value())
                .set(ORDERS.VERSION, ORDERS.VERSION.plus(1))
                .where(ORDERS.ID.in(select(ORDERS.ID)
                        .from(ORDERS)
                        .where(isOf(subject))
                        .and(ORDERS.STATUS.notIn(UNDER_WAY))
                        .orderBy(ORDERS.ID)
                        .limit(limit)
                        .forUpdate()))
                .returning(ORDERS.ID)
                .fetchArray(ORDERS.ID);
    }

    private void record(Erasure erasure, long orders) {
        database.insertInto(ERASURES)
                .set(ERASURES.ID, erasure.id())
                .set(ERASURES.CREATOR_ID, value(erasure.owner().creator()))
                .set(ERASURES.REQUESTED_BY, erasure.requestedBy())
                .set(ERASURES.REQUESTED_AT, erasure.requestedAt())
                .set(ERASURES.ORDERS, orders)
                .onConflict(ERASURES.ID)
                .doUpdate()
                .set(ERASURES.ORDERS, ERASURES.ORDERS.plus(orders))
                .execute();
    }

    @Override
    public int forgetPapers(LocalDate issuedBefore, int limit) {
        return papers.forget(issuedBefore, limit);
    }

    private static Condition isOf(DataSubject subject) {
        CreatorId creator = subject.owner().creator();
        return lower(ORDERS.BUYER_EMAIL)
                .eq(lower(val(subject.email().value())))
                .and(creator == null ? noCondition() : ORDERS.CREATOR_ID.eq(creator.value()));
    }

    private static @Nullable UUID value(@Nullable CreatorId creator) {
        return creator == null ? null : creator.value();
    }
}
