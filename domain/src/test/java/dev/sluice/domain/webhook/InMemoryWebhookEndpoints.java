package dev.sluice.domain.webhook;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Endpoints of webhooks in memory. */
public final class InMemoryWebhookEndpoints implements WebhookEndpoints {

    private final InMemoryTable<WebhookEndpointId, WebhookEndpoint> table;
    private final InMemoryTransactions transactions;
    private final InstantSource clock;

    public InMemoryWebhookEndpoints(InMemoryTransactions transactions, InstantSource clock) {
        table = new InMemoryTable<>(transactions);
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean add(WebhookEndpoint endpoint, int most) {
        return transactions.call(() -> {
            // Whoever else adds one for this creator waits here, and then counts this one.
            transactions.lock(List.of(this, endpoint.creator()));
            boolean full = table.rows()
                            .filter(other -> other.creator().equals(endpoint.creator()))
                            .count()
                    >= most;
            return !full && table.insert(endpoint.id(), endpoint);
        });
    }

    @Override
    public Optional<WebhookEndpoint> find(WebhookEndpointId id) {
        return table.find(id);
    }

    @Override
    public Optional<WebhookEndpoint> find(WebhookEndpointId id, Owner owner) {
        return find(id).filter(endpoint -> owner.owns(endpoint.creator()));
    }

    @Override
    public Page<WebhookEndpoint> list(Owner owner, PageRequest page) {
        return InMemoryPages.cut(
                table.rows().filter(endpoint -> owner.owns(endpoint.creator())),
                page,
                endpoint -> endpoint.id().value());
    }

    @Override
    public List<WebhookEndpoint> listening(Collection<CreatorId> creators, WebhookEventType type) {
        return table.rows()
                .filter(endpoint -> creators.contains(endpoint.creator()))
                .filter(endpoint -> endpoint.details().wants(type))
                .toList();
    }

    @Override
    public boolean replace(WebhookEndpoint endpoint) {
        return table.update(
                endpoint.id(),
                stored -> Optional.of(stored.revised(endpoint.details()))
                        .filter(next -> next.version() == endpoint.version()));
    }

    @Override
    public boolean rotate(WebhookEndpointId id, Owner owner, WebhookSecret next, Instant until) {
        return table.update(
                id,
                stored -> Optional.of(stored)
                        .filter(endpoint -> owner.owns(endpoint.creator()))
                        .map(endpoint -> endpoint.rotated(next, until)));
    }

    @Override
    public void forgetRetired() {
        Instant now = clock.instant();
        table.rows()
                .filter(endpoint -> endpoint.secrets().retiring() != null)
                .filter(endpoint -> endpoint.secrets().signingAt(now).size() == 1)
                .toList()
                .forEach(endpoint -> table.update(endpoint.id(), stored -> Optional.of(stored.withoutRetiring())));
    }

    @Override
    public void disable(WebhookEndpointId id) {
        table.update(
                id,
                stored -> Optional.of(stored)
                        .filter(endpoint -> endpoint.details().enabled())
                        .map(endpoint -> endpoint.revised(endpoint.details().disabled())));
    }

    @Override
    public boolean delete(WebhookEndpointId id, Owner owner) {
        return find(id, owner).isPresent() && table.delete(id);
    }
}
