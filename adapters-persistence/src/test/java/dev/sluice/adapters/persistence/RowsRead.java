package dev.sluice.adapters.persistence;

import static java.util.stream.Collectors.toMap;

import dev.sluice.domain.transaction.Transactions;
import java.util.Map;

/** Counts what a read reads, by PostgreSQL's own statistics of its connection. */
public record RowsRead(PersistenceFixture fixture) {

    private static final String SO_FAR = """
            select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
            """;

    /** The rows that a read reads of each table. */
    public Map<String, Long> of(Runnable read) {
        return fixture.get(Transactions.class).call(() -> {
            // Those of earlier transactions on this connection may not have been handed in yet.
            Map<String, Long> before = soFar();
            read.run();
            return soFar().entrySet().stream()
                    .collect(
                            toMap(Map.Entry::getKey, rows -> rows.getValue() - before.getOrDefault(rows.getKey(), 0L)));
        });
    }

    private Map<String, Long> soFar() {
        return fixture.dsl()
                .resultQuery(SO_FAR)
                .fetchMap(row -> row.get(0, String.class), row -> row.get(1, Long.class));
    }
}
