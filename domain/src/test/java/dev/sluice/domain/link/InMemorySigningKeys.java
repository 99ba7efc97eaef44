package dev.sluice.domain.link;

import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Comparator;
import java.util.List;

/** Signing keys in memory. */
public final class InMemorySigningKeys implements SigningKeys {

    private final InMemoryTable<Integer, SigningKey> table;

    public InMemorySigningKeys(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public List<SigningKey> newest() {
        return table.rows()
                .sorted(Comparator.comparingInt(SigningKey::generation).reversed())
                .limit(KEPT)
                .toList();
    }

    @Override
    public void add(SigningKey key) {
        table.insert(key.generation(), key);
        table.delete(key.generation() - KEPT);
    }
}
