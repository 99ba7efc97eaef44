package dev.sluice.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.JobLimits;
import dev.sluice.application.job.JobSettlement;
import dev.sluice.application.job.Loop;
import dev.sluice.application.job.Rescue;
import dev.sluice.domain.job.Limit;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Group keys with a limit of one job each, while workers and dispatchers come and go. The seed is printed; {@code
 * -Dsluice.seed} sets it.
 */
@ParameterizedClass
@EnumSource
final class KeyLimitIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(1);

    /** Between two strokes of fate: a dispatcher that never gets to the end of a look dispatches nothing. */
    private static final Duration LULL = Duration.ofMillis(40);

    private static final JobLimits ONE_OF_EACH_KEY =
            new JobLimits(Map.of(), Map.of(), Map.of(EngineDatabase.QUEUE, new Limit(1, null)), Map.of());

    /** The judge: with it the database refuses a second job of a key under way, whenever that would be. */
    private static final String JUDGE =
            "create unique index one_of_each_key on jobs (queue, group_key) where stage = 'IN_FLIGHT'";

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final EngineDatabase engine;
    private final ClaimLedger ledger = new ClaimLedger();

    KeyLimitIT(PostgresVersion version) {
        engine = EngineDatabase.started(version);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void noneOfAHundredKeysHasTwoClaimsAtOnce() {
        noKeyHasTwoClaimsAtOnce(100);
    }

    @Test
    @Tag("long")
    void noneOfAThousandKeysHasTwoClaimsAtOnce() {
        noKeyHasTwoClaimsAtOnce(1_000);
    }

    private void noKeyHasTwoClaimsAtOnce(int keys) {
        int jobs = 3 * keys;
        System.out.println("KeyLimitIT: seed " + seed);
        engine.dsl().execute(JUDGE);
        engine.enqueue("key-", keys, jobs);
        List<Loop> actors = actors(new Random(seed));

        actors.forEach(Loop::start);
        try {
            await().atMost(PATIENCE).until(() -> ledger.hasFailed() || count("jobs") == 0);
        } finally {
            actors.forEach(Loop::close);
        }

        assertThat(ledger.failures()).isEmpty();
        assertThat(ledger.finished()).hasSize(jobs).containsOnly(1);
        assertThat(count("job_history where state = 'SUCCEEDED'")).isEqualTo(jobs);
        System.out.println("KeyLimitIT: " + jobs + " jobs of " + keys + " keys, " + ledger.told());
    }

    private List<Loop> actors(Random random) {
        List<Loop> actors = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            actors.add(actor("dispatcher", engine.dispatcher(ONE_OF_EACH_KEY, Duration.ofMillis(500))::runOnce));
        }
        for (int each = 0; each < 4; each++) {
            FaultyWorker worker = new FaultyWorker(engine, ledger, new Random(random.nextLong()));
            actors.add(actor("worker", worker::runOnce));
        }
        JobSettlement settlement = new JobSettlement(
                engine.transactions(),
                engine.claims(),
                new JobFollowers(List.of()),
                EngineDatabase.unmeasured(),
                1_000_000);
        actors.add(actor("rescue", new Rescue(engine.transactions(), engine.claims(), settlement)::runOnce));
        Random chance = new Random(random.nextLong());
        actors.add(new Loop("fate", LULL, () -> ledger.watch(() -> disturb(chance))));
        return actors;
    }

    private Loop actor(String name, BooleanSupplier step) {
        return new Loop(name, PAUSE, () -> ledger.watch(step));
    }

    /** Ends a lease before its time, or loses what the broker holds. */
    private boolean disturb(Random chance) {
        switch (chance.nextInt(20)) {
            case 0 -> engine.broker().loseAll();
            case 1, 2 -> engine.dsl().execute("update workers set lease_until = '-infinity' where random() < 0.3");
            case 3, 4, 5 -> engine.dsl().execute("update dispatcher_lease set lease_until = '-infinity'");
            default -> {
                // Most of the time there is peace.
            }
        }
        return false;
    }

    private int count(String rows) {
        return engine.dsl()
                .resultQuery("select count(*) from " + rows)
                .fetchOptional(0, Integer.class)
                .orElseThrow();
    }
}
