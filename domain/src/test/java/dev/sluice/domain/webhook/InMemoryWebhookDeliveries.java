package dev.sluice.domain.webhook;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deliveries in memory. */
public final class InMemoryWebhookDeliveries implements WebhookDeliveries {

    private final InMemoryTable<WebhookDeliveryId, WebhookDelivery> table;
    private final InstantSource clock;

    public InMemoryWebhookDeliveries(InMemoryTransactions transactions, InstantSource clock) {
        table = new InMemoryTable<>(transactions);
        this.clock = clock;
    }

    @Override
    public void addAll(List<WebhookDelivery> deliveries) {
        deliveries.forEach(delivery -> table.insert(delivery.id(), delivery));
    }

    @Override
    public Optional<WebhookDelivery> find(WebhookDeliveryId id) {
        return table.find(id);
    }

    @Override
    public Optional<WebhookDelivery> find(WebhookDeliveryId id, WebhookEndpointId endpoint, Owner owner) {
        return find(id).filter(delivery -> delivery.endpoint().equals(endpoint))
                .filter(delivery -> owner.owns(delivery.creator()));
    }

    @Override
    public Page<WebhookDelivery> list(WebhookDeliveryFilter filter, PageRequest page) {
        return InMemoryPages.cut(
                table.rows()
                        .filter(delivery -> delivery.endpoint().equals(filter.endpoint()))
                        .filter(delivery -> filter.owner().owns(delivery.creator()))
                        .filter(delivery -> filter.state() == null || delivery.state() == filter.state()),
                page,
                delivery -> delivery.id().value());
    }

    @Override
    public void record(WebhookDeliveryId id, WebhookAttempt attempt) {
        table.update(id, delivery -> Optional.of(with(delivery, attempt)));
    }

    private static WebhookDelivery with(WebhookDelivery delivery, WebhookAttempt attempt) {
        List<WebhookAttempt> attempts =
                Stream.concat(delivery.attempts().stream(), Stream.of(attempt)).toList();
        List<WebhookAttempt> latest =
                attempts.subList(Math.max(0, attempts.size() - WebhookDelivery.SHOWN), attempts.size());
        WebhookDeliveryState state = attempt.response().arrived() ? WebhookDeliveryState.DELIVERED : delivery.state();
        return new WebhookDelivery(
                delivery.id(),
                delivery.endpoint(),
                delivery.creator(),
                delivery.event(),
                state,
                delivery.job(),
                latest);
    }

    @Override
    public void giveUp(Collection<WebhookDeliveryId> ids) {
        ids.forEach(id -> table.update(
                id,
                delivery -> Optional.of(delivery)
                        .filter(found -> found.state() == WebhookDeliveryState.PENDING)
                        .map(found -> in(WebhookDeliveryState.FAILED, found))));
    }

    @Override
    public int reopen(Collection<WebhookDeliveryId> ids) {
        return (int) ids.stream()
                .filter(id -> table.update(
                        id,
                        delivery -> Optional.of(delivery)
                                .filter(found -> found.state() != WebhookDeliveryState.PENDING)
                                .map(found -> in(WebhookDeliveryState.PENDING, found))))
                .count();
    }

    private static WebhookDelivery in(WebhookDeliveryState state, WebhookDelivery delivery) {
        return new WebhookDelivery(
                delivery.id(),
                delivery.endpoint(),
                delivery.creator(),
                delivery.event(),
                state,
                delivery.job(),
                delivery.attempts());
    }

    @Override
    public void assign(WebhookDeliveryId id, JobId job) {
        table.update(
                id,
                delivery -> Optional.of(new WebhookDelivery(
                        delivery.id(),
                        delivery.endpoint(),
                        delivery.creator(),
                        delivery.event(),
                        delivery.state(),
                        job,
                        delivery.attempts())));
    }

    @Override
    public int forget(Duration age, int limit) {
        Instant newest = clock.instant().minus(age);
        List<WebhookDeliveryId> old = table.rows()
                .filter(delivery -> !delivery.event().happenedAt().isAfter(newest))
                .filter(delivery -> delivery.state() != WebhookDeliveryState.PENDING)
                .map(WebhookDelivery::id)
                .limit(limit)
                .toList();
        old.forEach(table::delete);
        return old.size();
    }
}
