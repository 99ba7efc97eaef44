package dev.sluice.domain.catalogue;

import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creators in memory. */
public final class InMemoryCreators implements Creators {

    private final InMemoryTable<CreatorId, Creator> table;

    public InMemoryCreators(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<Creator> find(CreatorId id) {
        return table.find(id);
    }

    @Override
    public Map<CreatorId, Creator> findAll(Collection<CreatorId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> table.find(id).stream())
                .collect(Collectors.toMap(Creator::id, creator -> creator));
    }

    @Override
    public Page<Creator> list(PageRequest page) {
        return InMemoryPages.cut(table.rows(), page, creator -> creator.id().value());
    }

    @Override
    public void add(Creator creator) {
        if (!table.insert(creator.id(), creator)) {
            throw new IllegalStateException("there is such a creator already");
        }
    }

    @Override
    public boolean replace(Creator creator) {
        return table.update(
                creator.id(), stored -> Optional.of(creator).filter(next -> next.version() == stored.version() + 1));
    }
}
