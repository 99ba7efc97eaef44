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
    private static final String SUCCEEDED =
            "select count(*) from job_history where type = 'refresh-all-channels' and state = 'SUCCEEDED'";

    private Installation sluice;
    private RecordedTimes times;
    private Deployable second;
    private Deployable third;

    @BeforeAll
    void start() {
        sluice = Installation.start();
        times = new RecordedTimes(sluice.services().database());
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
        Eventually.within(PATIENCE).until(times::firesLater);

        for (int firing = 1; firing <= 5; firing++) {
            times.bringFiringAbout();
            Eventually.within(PATIENCE).until(times::firesLater);
            assertThat(times.firings()).isEqualTo(firing);
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
}
