package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.cache.PendingInvalidations.Pending;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PendingInvalidations} does. */
public interface PendingInvalidationsContract {

    Pending FIRST = new Pending(id(1), new Invalidation.Value("portfolios", "public", "c1"));
    Pending SECOND = new Pending(id(2), new Invalidation.Tag("creator.c1"));
    Pending THIRD = new Pending(id(3), new Invalidation.Region("channel-statistics"));

    Repositories repositories();

    @Test
    default void whatIsRecordedWaitsOldestFirst() {
        record(FIRST, SECOND);
        record(THIRD);

        assertThat(waiting()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    default void nothingWaitsLongerThanItHasBeenRecorded() {
        record(FIRST);

        assertThat(pending().waitingFor(Duration.ofHours(1), 9)).isEmpty();
    }

    @Test
    default void noMoreAreGivenThanAskedForAndTheOldestOfThem() {
        record(FIRST);
        record(SECOND);
        record(THIRD);

        assertThat(pending().waitingFor(Duration.ZERO, 2)).containsExactly(FIRST, SECOND);
    }

    @Test
    default void whatWasGivenWaitsUntilItIsForgotten() {
        record(FIRST, SECOND, THIRD);

        assertThat(waiting()).isEqualTo(waiting());
        assertThat(forget(FIRST, THIRD)).isEqualTo(2);
        assertThat(waiting()).containsExactly(SECOND);
    }

    @Test
    default void whatWasForgottenBeforeDoesNotCount() {
        record(FIRST, SECOND);
        forget(FIRST);

        assertThat(forget(FIRST, SECOND, THIRD)).isEqualTo(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    default void oneInvalidationMayWaitTwice() {
        Pending again = new Pending(id(4), FIRST.invalidation());
        record(FIRST);
        record(again);
        forget(FIRST);

        assertThat(waiting()).containsExactly(again);
    }

    @Test
    default void nothingIsRecordedAndForgottenToo() {
        record();

        assertThat(forget()).isZero();
        assertThat(waiting()).isEmpty();
    }

    @Test
    default void aRecordThatIsRolledBackNeverWaits() {
        assertThatThrownBy(() -> repositories().transactions().run(() -> {
                    record(FIRST);
                    throw new IllegalArgumentException("deliberate");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(waiting()).isEmpty();
    }

    @Test
    default void whatIsForgottenInVainWaitsStill() {
        record(FIRST);

        assertThatThrownBy(() -> repositories().transactions().run(() -> {
                    forget(FIRST);
                    throw new IllegalArgumentException("deliberate");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(waiting()).containsExactly(FIRST);
    }

    @Test
    default void ofManyThatForgetTheSameEachIsCountedOnce() {
        List<Pending> many = IntStream.range(0, 50)
                .mapToObj(number -> new Pending(id(number), SECOND.invalidation()))
                .toList();
        record(many);

        List<Integer> forgotten = Concurrently.times(10, () -> forget(many));

        assertThat(forgotten.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
        assertThat(waiting()).isEmpty();
    }

    private List<Pending> waiting() {
        return pending().waitingFor(Duration.ZERO, 9);
    }

    private void record(Pending... pending) {
        record(List.of(pending));
    }

    private void record(Collection<Pending> pending) {
        repositories().transactions().run(() -> pending().record(pending));
    }

    private int forget(Pending... told) {
        return forget(List.of(told));
    }

    private int forget(Collection<Pending> told) {
        List<UUID> ids = told.stream().map(Pending::id).toList();
        return repositories().transactions().call(() -> pending().forget(ids));
    }

    private PendingInvalidations pending() {
        return repositories().pendingInvalidations();
    }

    private static UUID id(int number) {
        return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
