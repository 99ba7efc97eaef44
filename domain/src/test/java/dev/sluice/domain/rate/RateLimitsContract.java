package dev.sluice.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.rate.Spending.Allowed;
import dev.sluice.domain.rate.Spending.Refused;
import dev.sluice.domain.transaction.Concurrently;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimits} does. */
public interface RateLimitsContract {

    Duration WINDOW = Duration.ofMinutes(1);
    Allowance ALLOWANCE = new Allowance(30, WINDOW);
    Requester ADA = new Requester("ada");
    Requester BOB = new Requester("bob");

    RateLimits limits();

    /** Has time pass, by which windows end. */
    void pass(Duration time);

    /** From now on nobody can count for all processes. */
    void goAway();

    @Test
    default void asManyPassAsAreAllowed() {
        List<Spending> spent = spend(ADA, 30, RequestKind.READ);
        assertThat(spent)
                .allSatisfy(each -> assertThat(each).isInstanceOf(Allowed.class))
                .extracting(each -> ((Allowed) each).left())
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(index -> 29L - index).toList());
        assertThat(limits().spend(ADA, ALLOWANCE, RequestKind.READ)).isInstanceOf(Refused.class);
    }

    @Test
    default void whoeverIsAnsweredLearnsWhenTheWindowEnds() {
        assertThat(renewal(spend(ADA, 1, RequestKind.READ).getFirst()))
                .isPositive()
                .isLessThanOrEqualTo(WINDOW);
        assertThat(renewal(spend(ADA, 30, RequestKind.READ).getLast()))
                .isPositive()
                .isLessThanOrEqualTo(WINDOW);
    }

    @Test
    default void readsAndWritesAreCountedTogether() {
        spend(ADA, 20, RequestKind.READ);
        spend(ADA, 10, RequestKind.WRITE);
        assertThat(limits().spend(ADA, ALLOWANCE, RequestKind.WRITE)).isInstanceOf(Refused.class);
        assertThat(limits().spend(ADA, ALLOWANCE, RequestKind.READ)).isInstanceOf(Refused.class);
    }

    @Test
    default void eachRequesterIsCountedByItself() {
        spend(ADA, 31, RequestKind.READ);
        assertThat(limits().spend(BOB, ALLOWANCE, RequestKind.READ)).isInstanceOf(Allowed.class);
    }

    @Test
    default void anotherWindowBringsAllOfItAgain() {
        spend(ADA, 31, RequestKind.READ);
        pass(WINDOW);
        assertThat(passed(spend(ADA, 31, RequestKind.READ))).isEqualTo(30);
    }

    @Test
    default void ofManyAtOncePassNoMoreThanAreAllowed() {
        List<Spending> spent = Concurrently.times(100, () -> limits().spend(ADA, ALLOWANCE, RequestKind.READ));
        assertThat(passed(spent)).isEqualTo(30);
    }

    @Test
    default void whileNobodyCountsReadsPass() {
        goAway();
        assertThat(spend(ADA, 100, RequestKind.READ))
                .allSatisfy(each -> assertThat(each).isInstanceOf(Spending.Uncounted.class));
    }

    @Test
    default void whileNobodyCountsWritesPassUpToASmallPart() {
        goAway();
        assertThat(passed(spend(ADA, 100, RequestKind.WRITE)))
                .isEqualTo(ALLOWANCE.uncounted().requests());
        assertThat(limits().spend(BOB, ALLOWANCE, RequestKind.WRITE)).isInstanceOf(Allowed.class);
    }

    @Test
    default void whileNobodyCountsAnotherWindowBringsThatPartAgain() {
        goAway();
        spend(ADA, 100, RequestKind.WRITE);
        pass(WINDOW);
        assertThat(passed(spend(ADA, 100, RequestKind.WRITE)))
                .isEqualTo(ALLOWANCE.uncounted().requests());
    }

    private List<Spending> spend(Requester requester, int times, RequestKind kind) {
        return IntStream.range(0, times)
                .mapToObj(index -> limits().spend(requester, ALLOWANCE, kind))
                .toList();
    }

    private static long passed(List<Spending> spent) {
        return spent.stream().filter(Allowed.class::isInstance).count();
    }

    private static Duration renewal(Spending spending) {
        return switch (spending) {
            case Allowed allowed -> allowed.renewal();
            case Refused refused -> refused.renewal();
            case Spending.Uncounted uncounted -> throw new AssertionError("nobody counted");
        };
    }
}
