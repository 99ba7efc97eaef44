package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOB_PAUSES;

import dev.sluice.domain.job.JobPauses;
import dev.sluice.domain.job.Pauses;
import dev.sluice.domain.job.QueueName;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The record of pauses: what has a row is paused. */
record JooqJobPauses(DSLContext dsl) implements JobPauses {

    private static final String QUEUE = "QUEUE";
    private static final String TYPE = "TYPE";

    @Override
    public void pause(QueueName queue, boolean paused) {
        set(QUEUE, queue.value(), paused);
    }

    @Override
    public void pauseType(String type, boolean paused) {
        set(TYPE, type, paused);
    }

    private void set(String kind, String name, boolean paused) {
        if (paused) {
            dsl.insertInto(JOB_PAUSES)
                    .set(JOB_PAUSES.KIND, kind)
                    .set(JOB_PAUSES.NAME, name)
                    .onConflictDoNothing()
                    .execute();
        } else {
            dsl.deleteFrom(JOB_PAUSES)
                    .where(JOB_PAUSES.KIND.eq(kind), JOB_PAUSES.NAME.eq(name))
                    .execute();
        }
    }

    @Override
    public Pauses current() {
        Map<String, Set<String>> names = dsl.select(JOB_PAUSES.KIND, JOB_PAUSES.NAME)
                .from(JOB_PAUSES)
                .collect(Collectors.groupingBy(
                        row -> row.value1(), Collectors.mapping(row -> row.value2(), Collectors.toSet())));
        Set<QueueName> queues =
                names.getOrDefault(QUEUE, Set.of()).stream().map(QueueName::new).collect(Collectors.toSet());
        return new Pauses(queues, names.getOrDefault(TYPE, Set.of()));
    }
}
