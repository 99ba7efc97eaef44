package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.deployable.Deployable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Three worker processes and one schedule. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScheduleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRED = "select (select count(*) from jobs where type = 'refresh-all-channels')"
            + " + (select count(*) from job_history where type = 'refresh-all-channels')";
    private static final String SUCCEEDED =
            "select count(*) from job_history where type = 'refresh-all-channels' and state = 'SUCCEEDED'";
    private static final String WAITING =
            "select count(*) from job_schedules where name = 'refresh-channels' and next_firing > now()";
    private static final String BRING_ABOUT =
            "update job_schedules set next_firing = date_trunc('second', now())" + " where name = 'refresh-channels'";

    private Installation sluice;
    private Deployable second;
    private Deployable third;

    @BeforeAll
    void start() {
        sluice = Installation.start();
        second = sluice.anotherWorker();
        third = sluice.anotherWorker();
    }

    @AfterAll
    void stop() {
        third.close();
        second.close();
        sluice.close();
    }

    @Test
    void ofThreeWorkersOneFiresEachTime() throws SQLException {
        Eventually.within(PATIENCE).until(() -> number(WAITING) == 1);

        for (int firing = 1; firing <= 5; firing++) {
            change(BRING_ABOUT);
            Eventually.within(PATIENCE).until(() -> number(WAITING) == 1);
            assertThat(number(FIRED)).isEqualTo(firing);
        }

        Eventually.within(PATIENCE)
                .untilAsserted(() -> assertThat(number(SUCCEEDED)).isEqualTo(5));
    }

    private long number(String query) throws SQLException {
        try (Connection connection = sluice.services().database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(String update) throws SQLException {
        try (Connection connection = sluice.services().database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }
}
