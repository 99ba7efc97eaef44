package dev.sluice.adapters.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobAct;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Lists of what is rare among many open jobs, which are older than the rest. */
@ParameterizedClass
@EnumSource
final class RareJobsIT {

    private static final int RARE = 30;
    private static final int MANY = 20_000;
    private static final double FLAT = 1.2;

    /** Indexes that have grown by a level cost a page more each time that one is entered. */
    private static final int SLACK = 40;

    /** Ids go up with the numbers, so that a list along them meets the rare ones last. */
    private static final String OPEN = """
            insert into jobs (id, type, queue, state, payload, attempts, backoff, group_key, waits_for)
            select ('0190a0aa-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid, {2}, 'orders',
                (array['AVAILABLE', 'SCHEDULED', 'WAITING', 'DISPATCHED', 'RETRYING'])
                    [case when number %% 1000 = 3 then 4 when number %% 5 = 3 then 1 else 1 + number %% 5 end],
                '{}', 3, interval '0', {3}, 1
            from generate_series({0}, {1}) as number
            """.replace("%%", "%");

    private static final Map<String, JobFilter> FILTERS = new TreeMap<>(Map.of(
            "type", new JobFilter(null, "rare", null, null),
            "available of a type", new JobFilter(JobState.AVAILABLE, "rare", null, null),
            "retrying of a type", new JobFilter(JobState.RETRYING, "rare", null, null),
            "group", new JobFilter(null, null, null, new GroupKey("few")),
            "waiting of a group", new JobFilter(JobState.WAITING, null, null, new GroupKey("few")),
            "nothing", new JobFilter(null, "unheard-of", null, null),
            "another queue", new JobFilter(null, null, new QueueName("empty"), null)));

    private final PersistenceFixture fixture;

    RareJobsIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Test
    void aListOfFewReadsAsMuchWhateverElseIsOpen() {
        open(1, RARE, "rare", "few");
        open(RARE + 1, MANY, "common", "many");
        Map<String, Long> some = buffers();
        open(MANY + 1, 10 * MANY, "common", "many");
        Map<String, Long> many = buffers();

        System.out.printf("RareJobsIT: buffers with %d open jobs %s, with ten times as many %s%n", MANY, some, many);
        assertThat(many)
                .allSatisfy((filter, buffers) -> assertThat((double) buffers)
                        .as(filter)
                        .isLessThanOrEqualTo(FLAT * some.getOrDefault(filter, 0L) + SLACK));
    }

    @Test
    void fewAndManyAreListedAlike() {
        open(1, RARE, "rare", "few");
        open(RARE + 1, MANY, "common", "many");

        assertThat(list(FILTERS.getOrDefault("type", JobFilter.ALL)))
                .hasSize(RARE)
                .allMatch(job -> job.type().equals("rare"))
                .isSortedAccordingTo((one, other) ->
                        other.id().value().toString().compareTo(one.id().value().toString()));
        assertThat(list(FILTERS.getOrDefault("waiting of a group", JobFilter.ALL)))
                .isNotEmpty()
                .allMatch(job ->
                        job.state() == JobState.WAITING && job.group().value().equals("few"));
        assertThat(list(FILTERS.getOrDefault("nothing", JobFilter.ALL))).isEmpty();
        assertThat(list(new JobFilter(null, "common", null, null)))
                .hasSize(50)
                .allMatch(job -> job.type().equals("common"));
    }

    private List<Job> list(JobFilter filter) {
        return fixture.get(Jobs.class).list(filter, PageRequest.first(50)).items();
    }

    private Map<String, Long> buffers() {
        fixture.dsl().execute("vacuum analyze jobs");
        var explained = new ExplainedStatements(fixture.dsl());
        var payloads = new JsonPayloads(JsonMapper.builder().build());
        Map<String, Long> buffers = new TreeMap<>();
        FILTERS.forEach((name, filter) -> {
            buffers.put(
                    name, explained.buffers(dsl -> new JooqJobs(dsl, payloads).list(filter, PageRequest.first(50))));
            buffers.put(
                    "cancelling " + name,
                    explained.buffers(
                            dsl -> new JooqJobs(dsl, payloads).pick(filter, new JobAct.Cancel(), null, 1_000)));
        });
        return buffers;
    }

    private void open(int first, int last, String type, String group) {
        fixture.dsl().execute(OPEN, val(first), val(last), val(type), val(group));
    }
}
