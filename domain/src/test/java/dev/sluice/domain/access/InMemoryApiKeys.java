package dev.sluice.domain.access;

import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Instant;
import java.util.Optional;

/** API keys in memory. */
public final class InMemoryApiKeys implements ApiKeys {

    private final InMemoryTable<ApiKeyId, ApiKey> table;

    public InMemoryApiKeys(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public void add(ApiKey key) {
        if (!table.insert(key.id(), key)) {
            throw new IllegalStateException("there is such a key already");
        }
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return table.find(id);
    }

    @Override
    public Page<ApiKey> list(PageRequest page) {
        return InMemoryPages.cut(table.rows(), page, key -> key.id().value());
    }

    @Override
    public boolean replace(ApiKeyId id, Instant now, Instant until) {
        return table.update(id, key -> key.isUsableAt(now) ? Optional.of(key.replaced(until)) : Optional.empty());
    }

    @Override
    public boolean revoke(ApiKeyId id, Instant at) {
        return table.update(id, key -> Optional.of(key.revoked(at)));
    }
}
