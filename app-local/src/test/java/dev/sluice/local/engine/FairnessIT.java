package dev.sluice.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.sluice.application.job.Dispatcher;
import dev.sluice.application.job.JobLimits;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A group with a great many jobs, and one whose few come after them. */
@ParameterizedClass
@EnumSource
final class FairnessIT {

    /** So many that the dispatch window is as large as it gets: all it holds starts before what comes later. */
    private static final int SLOTS = 1_000;

    private final EngineDatabase engine;
    private final Dispatcher dispatcher;
    private final WorkerId worker = WorkerId.random();
    private final Queue<Dispatch> arrived = new ArrayDeque<>();

    FairnessIT(PostgresVersion version) {
        engine = EngineDatabase.started(version);
        dispatcher = engine.dispatcher(JobLimits.NONE, Duration.ofMinutes(10));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void tenJobsAreAmongTheNextTwoHundredStartsThoughAnotherGroupHasThousands() {
        tenJobsAreAmongTheNextTwoHundredStartsBehind(5_000);
    }

    @Test
    @Tag("long")
    void tenJobsAreAmongTheNextTwoHundredStartsThoughAnotherGroupHasAHundredThousand() {
        tenJobsAreAmongTheNextTwoHundredStartsBehind(100_000);
    }

    private void tenJobsAreAmongTheNextTwoHundredStartsBehind(int crowd) {
        engine.claims().register(worker, new WorkerOffer(Set.of(EngineDatabase.QUEUE), SLOTS), Duration.ofHours(1));
        engine.enqueue("crowd-", 1, crowd);
        dispatcher.runOnce();
        start(300);

        engine.enqueue("few-", 1, 10);
        Set<UUID> few = ids("few-0");
        List<UUID> next = start(200);

        assertThat(next).hasSize(200).containsAll(few);
        assertThat(few).hasSize(10);
    }

    /** Lets jobs start in the order in which the broker delivers them; each ends at once, and the dispatcher follows. */
    private List<UUID> start(int jobs) {
        return Stream.generate(this::startNext).limit(jobs).toList();
    }

    private UUID startNext() {
        arrived.addAll(engine.delivered());
        ClaimedJob job =
                engine.claims().claim(List.of(arrived.remove()), worker).getFirst();
        engine.transactions()
                .run(() -> engine.claims().settle(List.of(new Settlement.Finish(job, JobState.SUCCEEDED, null, null))));
        dispatcher.runOnce();
        return job.dispatch().job().value();
    }

    private Set<UUID> ids(String group) {
        return engine
                .dsl()
                .resultQuery("select id from jobs where group_key = {0}", val(group))
                .fetch(0, UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
