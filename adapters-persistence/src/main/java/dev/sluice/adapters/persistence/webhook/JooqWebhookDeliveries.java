package dev.sluice.adapters.persistence.webhook;

import static dev.sluice.adapters.persistence.schema.Tables.WEBHOOK_ATTEMPTS;
import static dev.sluice.adapters.persistence.schema.Tables.WEBHOOK_DELIVERIES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.noCondition;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.adapters.persistence.schema.tables.records.WebhookAttemptsRecord;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.webhook.WebhookAttempt;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryFilter;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;

/** Deliveries in PostgreSQL. The latest attempts come with their deliveries in one query. */
final class JooqWebhookDeliveries implements WebhookDeliveries {

    private final DSLContext database;

    JooqWebhookDeliveries(DSLContext database) {
        this.database = database;
    }

    @Override
    public void addAll(List<WebhookDelivery> deliveries) {
        database.insertInto(WEBHOOK_DELIVERIES)
                .set(deliveries.stream().map(DeliveryRows::row).toList())
                .execute();
    }

    @Override
    public Optional<WebhookDelivery> find(WebhookDeliveryId id) {
        return find(WEBHOOK_DELIVERIES.ID.eq(id.value()));
    }

    @Override
    public Optional<WebhookDelivery> find(WebhookDeliveryId id, WebhookEndpointId endpoint, Owner owner) {
        return find(WEBHOOK_DELIVERIES
                .ID
                .eq(id.value())
                .and(isTo(endpoint))
                .and(isOf(owner))
                .and(DeliveryRows.IS_KNOWN));
    }

    private Optional<WebhookDelivery> find(Condition condition) {
        return database.select(WEBHOOK_DELIVERIES.fields())
                .select(DeliveryRows.ATTEMPTS)
                .from(WEBHOOK_DELIVERIES)
                .where(condition)
                .fetchOptional(DeliveryRows::delivery);
    }

    @Override
    public Page<WebhookDelivery> list(WebhookDeliveryFilter filter, PageRequest page) {
        List<WebhookDelivery> rows = database.select(WEBHOOK_DELIVERIES.fields())
                .select(DeliveryRows.ATTEMPTS)
                .from(WEBHOOK_DELIVERIES)
                .where(isTo(filter.endpoint()))
                .and(isOf(filter.owner()))
                .and(DeliveryRows.IS_KNOWN)
                .and(filter.state() == null ? noCondition() : isIn(filter.state()))
                .and(Keyset.from(page, WEBHOOK_DELIVERIES.ID))
                .orderBy(WEBHOOK_DELIVERIES.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(DeliveryRows::delivery);
        return Page.cut(rows, page, delivery -> delivery.id().value());
    }

    @Override
    public void record(WebhookDeliveryId id, WebhookAttempt attempt) {
        WebhookAttemptsRecord row = DeliveryRows.row(id, attempt);
        database.insertInto(WEBHOOK_ATTEMPTS).set(row).execute();
        if (attempt.response().arrived()) {
            move(List.of(id), WebhookDeliveryState.DELIVERED, noCondition());
        }
    }

    @Override
    public void giveUp(Collection<WebhookDeliveryId> ids) {
        move(ids, WebhookDeliveryState.FAILED, isIn(WebhookDeliveryState.PENDING));
    }

    @Override
    public int reopen(Collection<WebhookDeliveryId> ids) {
        return move(
                ids,
                WebhookDeliveryState.PENDING,
                isIn(WebhookDeliveryState.PENDING).not());
    }

    private int move(Collection<WebhookDeliveryId> ids, WebhookDeliveryState state, Condition from) {
        UUID[] values = ids.stream().map(WebhookDeliveryId::value).toArray(UUID[]::new);
        return database.update(WEBHOOK_DELIVERIES)
                .set(WEBHOOK_DELIVERIES.STATE, state.name())
                .where(WEBHOOK_DELIVERIES.ID.eq(any(values)))
                .and(from)
                .execute();
    }

    @Override
    public void assign(WebhookDeliveryId id, JobId job) {
        database.update(WEBHOOK_DELIVERIES)
                .set(WEBHOOK_DELIVERIES.JOB_ID, job.value())
                .where(WEBHOOK_DELIVERIES.ID.eq(id.value()))
                .execute();
    }

    @Override
    public int forget(Duration age, int limit) {
        Field<Instant> now = function("statement_timestamp", SQLDataType.INSTANT);
        var old = database.select(WEBHOOK_DELIVERIES.ID)
                .from(WEBHOOK_DELIVERIES)
                .where(WEBHOOK_DELIVERIES.HAPPENED_AT.le(now.minus(DayToSecond.valueOf(age))))
                .and(isIn(WebhookDeliveryState.PENDING).not())
                .limit(limit)
                .forUpdate()
                .skipLocked();
        return database.deleteFrom(WEBHOOK_DELIVERIES)
                .where(WEBHOOK_DELIVERIES.ID.in(old))
                .execute();
    }

    private static Condition isTo(WebhookEndpointId endpoint) {
        return WEBHOOK_DELIVERIES.ENDPOINT_ID.eq(endpoint.value());
    }

    private static Condition isOf(Owner owner) {
        CreatorId creator = owner.creator();
        return creator == null ? noCondition() : WEBHOOK_DELIVERIES.CREATOR_ID.eq(creator.value());
    }

    private static Condition isIn(WebhookDeliveryState state) {
        return WEBHOOK_DELIVERIES.STATE.eq(state.name());
    }
}
