package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final Duration KEEP = Duration.ofDays(3);

    private final Chores chores = new Chores();
    private final Upkeep upkeep = new Upkeep(chores.transactions(), chores.jobs(), KEEP);

    @Test
    void finishedJobsAreForgottenByAgeAndOpenOnesNever() {
        JobId open = chores.enqueue("open");
        JobId finished = chores.enqueue("finished");
        chores.jobs().cancel(List.of(finished));
        chores.clock().advance(KEEP);
        assertThat(upkeep.runOnce()).isFalse();
        assertThat(chores.find(finished).state()).isEqualTo(JobState.CANCELLED);
        chores.clock().advance(Duration.ofDays(1));
        upkeep.runOnce();
        assertThat(chores.jobs().find(finished)).isEmpty();
        assertThat(chores.find(open).state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void finishedJobsAreKeptForAtLeastADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upkeep(chores.transactions(), chores.jobs(), Duration.ofHours(23)));
    }
}
