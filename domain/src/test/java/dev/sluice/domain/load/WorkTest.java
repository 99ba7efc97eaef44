package dev.sluice.domain.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkTest {

    @Test
    void whatNobodyHasNamedIsBackgroundWorkWithoutDeadline() {
        assertThat(Work.current()).isEqualTo(new Work(Urgency.BACKGROUND, null));
        assertThat(Work.current().isLate()).isFalse();
    }

    @Test
    void aStepKnowsWhatItBelongsTo() {
        Work request = new Work(Urgency.REQUEST, Deadline.after(Duration.ofMinutes(1)));

        assertThat(request.call(Work::current)).isSameAs(request);
        assertThat(Work.current()).isNotSameAs(request);
    }

    @Test
    void whatNoRequestHasAskedForNamesNone() {
        assertThat(Work.current().requestId()).isNull();
        assertThat(Work.of(Urgency.VITAL).requestId()).isNull();
        assertThat(new Work(Urgency.REQUEST, null, "req-1").requestId()).isEqualTo("req-1");
    }

    @Test
    void theInnermostCounts() {
        Work inner = Work.of(Urgency.REFRESH);

        assertThat(Work.of(Urgency.VITAL).call(() -> inner.call(Work::current))).isSameAs(inner);
    }

    @Test
    void aThreadThatIsStartedMeanwhileIsAtSomethingElse() throws InterruptedException {
        AtomicReference<Work> seen = new AtomicReference<>();

        Thread started = Work.of(Urgency.VITAL).call(() -> Thread.ofVirtual().start(() -> seen.set(Work.current())));
        started.join();

        assertThat(seen.get().urgency()).isEqualTo(Urgency.BACKGROUND);
    }

    @Test
    void workIsLateOnceItsDeadlineIsOver() {
        assertThat(new Work(Urgency.REQUEST, Deadline.after(Duration.ZERO)).isLate())
                .isTrue();
        assertThat(new Work(Urgency.REQUEST, Deadline.after(Duration.ofMinutes(1))).isLate())
                .isFalse();
        assertThat(Deadline.after(Duration.ofMinutes(1)).remaining())
                .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }
}
