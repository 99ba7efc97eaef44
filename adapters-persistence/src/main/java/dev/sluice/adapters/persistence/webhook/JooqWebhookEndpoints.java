package dev.sluice.adapters.persistence.webhook;

import static dev.sluice.adapters.persistence.schema.Tables.CREATORS;
import static dev.sluice.adapters.persistence.schema.Tables.WEBHOOK_ENDPOINTS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.noCondition;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.adapters.persistence.schema.tables.records.WebhookEndpointsRecord;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointDetails;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookEventType;
import dev.sluice.domain.webhook.WebhookSecret;
import dev.sluice.domain.webhook.WebhookSecrets;
import dev.sluice.domain.webhook.WebhookUrl;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** Endpoints of webhooks in PostgreSQL. */
final class JooqWebhookEndpoints implements WebhookEndpoints {

    private final DSLContext database;

    JooqWebhookEndpoints(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean add(WebhookEndpoint endpoint, int most) {
        UUID creator = endpoint.creator().value();
        // Whoever else adds one for this creator waits here, and then counts this one.
        database.select(CREATORS.ID)
                .from(CREATORS)
                .where(CREATORS.ID.eq(creator))
                .forNoKeyUpdate()
                .execute();
        boolean full = database.fetchCount(WEBHOOK_ENDPOINTS, WEBHOOK_ENDPOINTS.CREATOR_ID.eq(creator)) >= most;
        return !full
                && database.insertInto(WEBHOOK_ENDPOINTS).set(row(endpoint)).execute() == 1;
    }

    private static WebhookEndpointsRecord row(WebhookEndpoint endpoint) {
        WebhookEndpointsRecord row = new WebhookEndpointsRecord();
        WebhookSecret retiring = endpoint.secrets().retiring();
        row.setId(endpoint.id().value());
        row.setCreatorId(endpoint.creator().value());
        row.setUrl(endpoint.details().url().value());
        row.setEvents(texts(endpoint.details()));
        row.setEnabled(endpoint.details().enabled());
        row.setSecret(endpoint.secrets().current().bytes());
        row.setRetiringSecret(retiring == null ? null : retiring.bytes());
        row.setRetiringUntil(endpoint.secrets().retiringUntil());
        row.setCreatedAt(endpoint.createdAt());
        row.setVersion(endpoint.version());
        return row;
    }

    @Override
    public Optional<WebhookEndpoint> find(WebhookEndpointId id) {
        return find(id, Owner.operations());
    }

    @Override
    public Optional<WebhookEndpoint> find(WebhookEndpointId id, Owner owner) {
        return database.selectFrom(WEBHOOK_ENDPOINTS)
                .where(is(id))
                .and(isOf(owner))
                .fetchOptional(JooqWebhookEndpoints::endpoint);
    }

    @Override
    public Page<WebhookEndpoint> list(Owner owner, PageRequest page) {
        List<WebhookEndpoint> rows = database.selectFrom(WEBHOOK_ENDPOINTS)
                .where(isOf(owner))
                .and(Keyset.from(page, WEBHOOK_ENDPOINTS.ID))
                .orderBy(WEBHOOK_ENDPOINTS.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(JooqWebhookEndpoints::endpoint);
        return Page.cut(rows, page, endpoint -> endpoint.id().value());
    }

    @Override
    public List<WebhookEndpoint> listening(Collection<CreatorId> creators, WebhookEventType type) {
        UUID[] ids = creators.stream().map(CreatorId::value).toArray(UUID[]::new);
        return database.selectFrom(WEBHOOK_ENDPOINTS)
                .where(WEBHOOK_ENDPOINTS.CREATOR_ID.eq(any(ids)))
                .and(WEBHOOK_ENDPOINTS.ENABLED)
                .and(arrayOverlap(WEBHOOK_ENDPOINTS.EVENTS, new String[] {type.text()}))
                .fetch(JooqWebhookEndpoints::endpoint);
    }

    @Override
    public boolean replace(WebhookEndpoint endpoint) {
        return database.update(WEBHOOK_ENDPOINTS)
                        .set(WEBHOOK_ENDPOINTS.URL, endpoint.details().url().value())
                        .set(WEBHOOK_ENDPOINTS.EVENTS, texts(endpoint.details()))
                        .set(WEBHOOK_ENDPOINTS.ENABLED, endpoint.details().enabled())
                        .set(WEBHOOK_ENDPOINTS.VERSION, endpoint.version())
                        .where(is(endpoint.id()))
                        .and(WEBHOOK_ENDPOINTS.CREATOR_ID.eq(endpoint.creator().value()))
                        .and(WEBHOOK_ENDPOINTS.VERSION.eq(endpoint.version() - 1))
                        .execute()
                == 1;
    }

    /** What stands on the right is the row as it was, the secret that retires included. */
    @Override
    public boolean rotate(WebhookEndpointId id, Owner owner, WebhookSecret next, Instant until) {
        return database.update(WEBHOOK_ENDPOINTS)
                        .set(WEBHOOK_ENDPOINTS.RETIRING_SECRET, WEBHOOK_ENDPOINTS.SECRET)
                        .set(WEBHOOK_ENDPOINTS.RETIRING_UNTIL, until)
                        .set(WEBHOOK_ENDPOINTS.SECRET, next.bytes())
                        .set(WEBHOOK_ENDPOINTS.VERSION, WEBHOOK_ENDPOINTS.VERSION.plus(1))
                        .where(is(id))
                        .and(isOf(owner))
                        .execute()
                == 1;
    }

    @Override
    public void forgetRetired() {
        database.update(WEBHOOK_ENDPOINTS)
                .setNull(WEBHOOK_ENDPOINTS.RETIRING_SECRET)
                .setNull(WEBHOOK_ENDPOINTS.RETIRING_UNTIL)
                .set(WEBHOOK_ENDPOINTS.VERSION, WEBHOOK_ENDPOINTS.VERSION.plus(1))
                .where(WEBHOOK_ENDPOINTS.RETIRING_UNTIL.le(function("statement_timestamp", SQLDataType.INSTANT)))
                .execute();
    }

    @Override
    public void disable(WebhookEndpointId id) {
        database.update(WEBHOOK_ENDPOINTS)
                .set(WEBHOOK_ENDPOINTS.ENABLED, false)
                .set(WEBHOOK_ENDPOINTS.VERSION, WEBHOOK_ENDPOINTS.VERSION.plus(1))
                .where(is(id))
                .and(WEBHOOK_ENDPOINTS.ENABLED)
                .execute();
    }

    @Override
    public boolean delete(WebhookEndpointId id, Owner owner) {
        return database.deleteFrom(WEBHOOK_ENDPOINTS)
                        .where(is(id))
                        .and(isOf(owner))
                        .execute()
                == 1;
    }

    private static Condition is(WebhookEndpointId id) {
        return WEBHOOK_ENDPOINTS.ID.eq(id.value());
    }

    private static Condition isOf(Owner owner) {
        CreatorId creator = owner.creator();
        return creator == null ? noCondition() : WEBHOOK_ENDPOINTS.CREATOR_ID.eq(creator.value());
    }

    private static String[] texts(WebhookEndpointDetails details) {
        return details.events().stream().map(WebhookEventType::text).sorted().toArray(String[]::new);
    }

    private static WebhookEndpoint endpoint(WebhookEndpointsRecord row) {
        return new WebhookEndpoint(
                new WebhookEndpointId(row.getId()),
                new CreatorId(row.getCreatorId()),
                details(row),
                secrets(row),
                row.getCreatedAt(),
                row.getVersion());
    }

    /** An event of a newer release is none here. */
    private static WebhookEndpointDetails details(WebhookEndpointsRecord row) {
        return new WebhookEndpointDetails(
                new WebhookUrl(row.getUrl()),
                Arrays.stream(row.getEvents())
                        .flatMap(event -> WebhookEventType.find(event).stream())
                        .collect(Collectors.toSet()),
                row.getEnabled());
    }

    private static WebhookSecrets secrets(WebhookEndpointsRecord row) {
        byte[] retiring = row.getRetiringSecret();
        return new WebhookSecrets(
                new WebhookSecret(row.getSecret()),
                retiring == null ? null : new WebhookSecret(retiring),
                row.getRetiringUntil());
    }
}
