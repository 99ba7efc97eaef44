package dev.sluice.adapters.persistence.job;

import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Rate;
import dev.sluice.domain.job.TokenBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Token buckets whose rows say how full they were when they were last written. */
record JooqTokenBuckets(DSLContext dsl) implements TokenBuckets {

    /** The milliseconds since a bucket was written. */
    private static final String PASSED = "(extract(epoch from statement_timestamp() - written_at) * 1000)::float8";

    private static final String LEVELS = """
            select asked.name, floor(coalesce(least(size, tokens + size * %s / millis), size))::int
            from unnest({0}, {1}, {2}) as asked (name, size, millis)
            left join job_token_buckets on job_token_buckets.name = asked.name
            """.formatted(PASSED);

    private static final String SPEND = """
            insert into job_token_buckets as bucket (name, tokens, written_at)
            values ({0}, least({1}::float8, {1}::float8 - {3}), statement_timestamp())
            on conflict (name) do update
            set tokens = least({1}, least({1}, bucket.tokens + {1} * %s / {2}) - {3}), written_at = statement_timestamp()
            """.formatted(PASSED.replace("written_at", "bucket.written_at"));

    @Override
    public Map<String, Integer> levels(Map<String, Rate> buckets) {
        List<Map.Entry<String, Rate>> asked = new ArrayList<>(buckets.entrySet());
        return dsl.resultQuery(
                        LEVELS,
                        val(JobSql.array(asked, Map.Entry::getKey, String[]::new)),
                        val(JobSql.array(
                                asked, bucket -> (double) bucket.getValue().jobs(), Double[]::new)),
                        val(JobSql.array(
                                asked,
                                bucket -> (double) bucket.getValue().per().toMillis(),
                                Double[]::new)))
                .fetchMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class));
    }

    @Override
    public void spend(String bucket, Rate rate, int tokens) {
        dsl.execute(
                SPEND,
                val(bucket),
                val((double) rate.jobs()),
                val((double) rate.per().toMillis()),
                val((double) tokens));
    }
}
