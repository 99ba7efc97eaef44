package dev.sluice.adapters.persistence.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The statements that a call sends to the database, and what each costs there. */
record ExplainedStatements(DSLContext dsl) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * How many buffers (pages of 8 KiB, from memory or from disk) the statements of a call read, by EXPLAIN. What they
     * change is rolled back.
     */
    long buffers(Consumer<DSLContext> call) {
        List<Query> statements = new ArrayList<>();
        rolledBack(() -> call.accept(recordingIn(statements)));
        long[] buffers = new long[1];
        rolledBack(
                () -> buffers[0] = statements.stream().mapToLong(this::buffers).sum());
        return buffers[0];
    }

    private DSLContext recordingIn(List<Query> statements) {
        ExecuteListener recorder = new ExecuteListener() {
            @Override
            public void renderEnd(ExecuteContext context) {
                Query query = context.query();
                if (query != null) {
                    statements.add(query);
                }
            }
        };
        return DSL.using(dsl.configuration().derive(new DefaultExecuteListenerProvider(recorder)));
    }

    private long buffers(Query statement) {
        String plan = dsl.resultQuery("explain (analyze, buffers, format json) {0}", statement)
                .fetchOptional(0, String.class)
                .orElseThrow();
        JsonNode root = JSON.readTree(plan).get(0).get("Plan");
        return root.get("Shared Hit Blocks").asLong()
                + root.get("Shared Read Blocks").asLong();
    }

    private void rolledBack(Runnable work) {
        try {
            dsl.transaction(nested -> {
                work.run();
                throw new RollBack();
            });
        } catch (RollBack done) {
            // As asked.
        }
    }

    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
