package dev.sluice.domain.transaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of an in-memory twin. A write locks its row until the transaction ends and is undone when it rolls back.
 *
 * @param <K> the key
 * @param <V> the row, immutable
 */
public final class InMemoryTable<K, V> {

    private final Map<K, V> rows = new ConcurrentHashMap<>();
    private final InMemoryTransactions transactions;

    public InMemoryTable(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    public Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public Stream<V> rows() {
        return rows.values().stream();
    }

    /** @return false if there is a row with this key, which stays as it is */
    public boolean insert(K key, V row) {
        return transactions.call(() -> {
            lock(key);
            if (rows.containsKey(key)) {
                return false;
            }
            write(key, row);
            return true;
        });
    }

    /**
     * Changes the row with this key, if there is one.
     *
     * @param change gives nothing to leave the row as it is
     * @return whether the row was written
     */
    public boolean update(K key, Function<V, Optional<V>> change) {
        return transactions.call(() -> {
            lock(key);
            Optional<V> changed = find(key).flatMap(change);
            changed.ifPresent(row -> write(key, row));
            return changed.isPresent();
        });
    }

    /**
     * Deletes the row with this key.
     *
     * @return whether there was one
     */
    public boolean delete(K key) {
        return transactions.call(() -> {
            lock(key);
            Optional<V> before = find(key);
            transactions.onRollback(() -> store(key, before));
            rows.remove(key);
            return before.isPresent();
        });
    }

    private void lock(K key) {
        transactions.lock(List.of(this, key));
    }

    private void write(K key, V row) {
        Optional<V> before = find(key);
        transactions.onRollback(() -> store(key, before));
        rows.put(key, row);
    }

    private void store(K key, Optional<V> row) {
        row.ifPresentOrElse(value -> rows.put(key, value), () -> rows.remove(key));
    }
}
