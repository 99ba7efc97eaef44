package dev.sluice.adapters.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Retries retries = new Retries();
    private final AtomicInteger attempts = new AtomicInteger();

    private static Work request(Duration left) {
        return new Work(Urgency.REQUEST, Deadline.after(left));
    }

    /** Fails until it has been tried so often. */
    private String transaction(int failures, String state) {
        if (attempts.incrementAndGet() <= failures) {
            throw new RetryableFailure("rolled back", new SQLException("deadlock", state));
        }
        return "done";
    }

    private String run(Work work, int failures, String state) {
        return work.call(() -> retries.run(() -> transaction(failures, state)));
    }

    @Test
    void aRequestIsTriedThreeTimes() {
        assertThat(run(request(Duration.ofSeconds(30)), 2, "40P01")).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void thereIsNoFourthTime() {
        assertThatThrownBy(() -> run(request(Duration.ofSeconds(30)), 3, "40001"))
                .hasMessage("rolled back");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void onlyWhatTheServerRolledBackIsTriedAgain() {
        assertThatThrownBy(() -> run(request(Duration.ofSeconds(30)), 1, "08006"))
                .hasMessage("rolled back");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void jobsHaveAttemptsOfTheirOwn() {
        assertThatThrownBy(() -> run(Work.of(Urgency.BACKGROUND), 1, "40001")).hasMessage("rolled back");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void itIsTooLateAfterTheDeadline() {
        assertThatThrownBy(() -> run(request(Duration.ZERO), 1, "40001")).hasMessage("rolled back");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whenAllAreRolledBackFewAreTriedAgain() {
        for (int request = 0; request < 20; request++) {
            assertThatThrownBy(() -> run(request(Duration.ofSeconds(30)), Integer.MAX_VALUE, "40001"))
                    .hasMessage("rolled back");
        }

        assertThat(attempts).hasValue(20 + 10);
    }
}
