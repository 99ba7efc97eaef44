package dev.sluice.adapters.persistence;

import static java.util.stream.Collectors.toMap;

import dev.sluice.domain.transaction.Transactions;
import java.util.Map;

/** Counts what a read reads, by PostgreSQL's own statistics of its connection. */
public record RowsRead(PersistenceFixture fixture) {

    /** More than the planner reads of a table, at the ends of its indexes, to estimate a plan; they count as well. */
    public static final long PLANNER = 10;

    private static final String SO_FAR = """
            select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
            """;

    /** The rows that a read reads of each table. */
    public Map<String, Long> of(Runnable read) {
        return fixture.get(Transactions.class).call(() -> {
            // What parallel workers read is not among the statistics of this connection.
            fixture.dsl().execute("set local max_parallel_workers_per_gather = 0");
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
