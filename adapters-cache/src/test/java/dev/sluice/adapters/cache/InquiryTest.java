package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InquiryTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final BlockingQueue<String> unheard = new LinkedBlockingQueue<>();
    private final CountDownLatch answering = new CountDownLatch(1);

    @Test
    void whatIsHeardIsNotUnheard() {
        answering.countDown();
        assertThat(inquiry().await(LONG)).contains("answer");
        assertThat(unheard).isEmpty();
    }

    @Test
    void whoeverLeavesAfterATimeLeavesTheAnswerUnheard() throws Exception {
        assertThat(inquiry().await(Duration.ofMillis(1))).isEmpty();
        answering.countDown();
        assertThat(told()).isEqualTo("answer");
    }

    @Test
    void soDoesWhoLeavesBeforeTheAnswer() throws Exception {
        inquiry().leave();
        answering.countDown();
        assertThat(told()).isEqualTo("answer");
    }

    @Test
    void anAnswerOfWhichNobodyMakesAnythingIsUnheardToo() throws Exception {
        answering.countDown();
        Inquiry<String> inquiry = inquiry();
        inquiry.await(LONG);
        inquiry.leave();
        assertThat(told()).isEqualTo("answer");
    }

    @Test
    void anInterruptedOneGoesAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> inquiry().await(LONG)).isInstanceOf(RetryableFailure.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFailureIsUnforeseen() {
        Inquiry<String> failing = Inquiry.begin(
                () -> {
                    throw new IllegalArgumentException("no");
                },
                unheard::add);
        assertThatThrownBy(() -> failing.await(LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        failing.leave();
        assertThat(unheard).isEmpty();
    }

    private String told() throws InterruptedException {
        return String.valueOf(unheard.poll(10, TimeUnit.SECONDS));
    }

    private Inquiry<String> inquiry() {
        return Inquiry.begin(
                () -> {
                    awaitAnswering();
                    return "answer";
                },
                unheard::add);
    }

    private void awaitAnswering() {
        try {
            assertThat(answering.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
