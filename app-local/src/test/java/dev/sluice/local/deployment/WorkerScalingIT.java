package dev.sluice.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What KEDA's query answers with the login that it is given. */
@ParameterizedClass
@EnumSource
final class WorkerScalingIT {

    private static final String ROLE = "sluice_scaling";
    private static final String QUERY = DeploymentFolder.manifest("ScaledObject", "sluice-worker")
            .at("spec", "triggers")
            .items()
            .getFirst()
            .at("metadata", "query")
            .text();

    private final Connection owner;
    private final Connection keda;

    WorkerScalingIT(PostgresVersion version) throws SQLException {
        PostgresDatabase created = PostgresServer.shared(version).newDatabase();
        Database database = Database.of(created);
        database.migrate();
        owner = database.connect();
        // The server is shared, and so are its roles.
        String role = ROLE + created.name();
        execute(DeploymentFolder.read("kubernetes/scaling-role.sql").replace(ROLE, role));
        keda = DriverManager.getConnection(created.jdbcUrl(), role, "");
    }

    @AfterEach
    void close() throws SQLException {
        keda.close();
        owner.close();
    }

    @Test
    void aWorkerIsAskedForAsLongAsNoneHasRecordedTheSchedules() throws SQLException {
        assertThat(answer()).isEqualTo(1);
    }

    @Test
    void withNothingToDoNoneIsAskedFor() throws SQLException {
        recordSchedule("1 hour");

        assertThat(answer()).isZero();
    }

    @Test
    void aScheduleIsCountedFromItsTimeOn() throws SQLException {
        recordSchedule("-1 second");

        assertThat(answer()).isEqualTo(1);
    }

    @Test
    void aScheduleThatNeverFiresIsNotCounted() throws SQLException {
        execute("insert into job_schedules (name, definition) values ('never', '-')");

        assertThat(answer()).isZero();
    }

    @Test
    void availableDispatchedAndRunningJobsAreCounted() throws SQLException {
        recordSchedule("1 hour");
        addJobs(3, "AVAILABLE", "0 seconds");
        addJobs(4, "DISPATCHED", "0 seconds");
        addJobs(5, "RUNNING", "0 seconds");

        assertThat(answer()).isEqualTo(12);
    }

    @Test
    void scheduledAndRetryingJobsAreCountedFromTheirTimeOn() throws SQLException {
        recordSchedule("1 hour");
        addJobs(2, "SCHEDULED", "-1 second");
        addJobs(3, "RETRYING", "-1 second");
        addJobs(4, "SCHEDULED", "1 hour");
        addJobs(5, "RETRYING", "1 hour");

        assertThat(answer()).isEqualTo(5);
    }

    @Test
    void aJobThatWaitsForItsChildrenIsNotCounted() throws SQLException {
        recordSchedule("1 hour");
        addJobs(3, "WAITING", "0 seconds");

        assertThat(answer()).isZero();
    }

    @Test
    void aFinishedJobIsNotCounted() throws SQLException {
        recordSchedule("1 hour");
        addJobs(3, "RUNNING", "0 seconds");
        assertThat(answer()).isEqualTo(3);

        execute("delete from jobs");

        assertThat(answer()).isZero();
    }

    @Test
    void pausedJobsAreCountedOnlyWhileTheyAreUnderWay() throws SQLException {
        recordSchedule("1 hour");
        addJobs(2, "AVAILABLE", "0 seconds");
        addJobs(3, "SCHEDULED", "-1 second");
        addJobs(4, "RUNNING", "0 seconds");

        execute("insert into job_pauses (kind, name) values ('QUEUE', 'orders')");
        assertThat(answer()).isEqualTo(4);

        execute("update job_pauses set kind = 'TYPE', name = 'process-sync'");
        assertThat(answer()).isEqualTo(4);

        execute("update job_pauses set name = 'another'");
        assertThat(answer()).isEqualTo(9);
    }

    @Test
    void aLargeBacklogIsNotCountedToItsEndNorTheTableScanned() throws SQLException {
        recordSchedule("1 hour");
        addJobs(5_000, "AVAILABLE", "0 seconds");
        addJobs(5_000, "SCHEDULED", "-1 second");
        execute("analyze jobs");

        assertThat(answer()).isEqualTo(2_000);
        assertThat(plan())
                .anyMatch(line -> line.contains("jobs_ready"))
                .anyMatch(line -> line.contains("jobs_later"))
                .anyMatch(line -> line.contains("jobs_in_flight"))
                .noneMatch(line -> line.contains("Seq Scan on jobs"));
    }

    @Test
    void theLoginSeesNoPayloadAndWritesNothing() {
        assertThatThrownBy(() -> ask("select payload from jobs")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask("delete from job_schedules returning 1")).isInstanceOf(SQLException.class);
    }

    private void recordSchedule(String in) throws SQLException {
        execute("""
                insert into job_schedules (name, definition, next_firing)
                values ('nightly', 'nightly', statement_timestamp() + interval '%s')
                """.formatted(in));
    }

    private void addJobs(int count, String state, String dueIn) throws SQLException {
        execute("""
                insert into jobs (id, type, queue, state, payload, attempts, backoff, due_at)
                select gen_random_uuid(), 'process-sync', 'orders', '%s', '{}', 3, '5 seconds',
                    statement_timestamp() + interval '%s'
                from generate_series(1, %d)
                """.formatted(state, dueIn, count));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long answer() throws SQLException {
        return Long.parseLong(ask(QUERY).getFirst());
    }

    private List<String> plan() throws SQLException {
        return ask("explain " + QUERY);
    }

    private List<String> ask(String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = keda.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
