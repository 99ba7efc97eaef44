package dev.sluice.application.job.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobEventHubTest {

    private static final JobEventFilter ALL = new JobEventFilter(null, null, null);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final JobEventHub hub = new JobEventHub(2, 3);

    @Test
    void allWhoListenHearAnEvent() throws InterruptedException {
        JobEventSubscription first = subscribe(ALL);
        JobEventSubscription second = subscribe(ALL);
        JobEvent event = event("mails", "send-mail");

        hub.pass(List.of(event));

        assertThat(hear(first)).isEqualTo(new HeardEvents(false, List.of(event)));
        assertThat(hear(second)).isEqualTo(new HeardEvents(false, List.of(event)));
    }

    @Test
    void aFilterLetsThroughWhatItNames() throws InterruptedException {
        JobEvent mail = event("mails", "send-mail");
        JobEvent letter = event("mails", "send-letter");
        JobEvent parcel = event("parcels", "send-parcel");

        assertThat(heardBy(new JobEventFilter(new QueueName("mails"), null, null), mail, letter, parcel))
                .containsExactly(mail, letter);
        assertThat(heardBy(new JobEventFilter(null, "send-parcel", null), mail, letter, parcel))
                .containsExactly(parcel);
        assertThat(heardBy(new JobEventFilter(null, null, letter.id()), mail, letter, parcel))
                .containsExactly(letter);
        assertThat(heardBy(new JobEventFilter(new QueueName("mails"), "send-mail", mail.id()), mail, letter, parcel))
                .containsExactly(mail);
    }

    @Test
    void whoIsTooSlowHearsOfAGapAndThenWhatCameLast() throws InterruptedException {
        JobEventSubscription slow = subscribe(ALL);
        List<JobEvent> events = List.of(
                event("mails", "a"),
                event("mails", "b"),
                event("mails", "c"),
                event("mails", "d"),
                event("mails", "e"));

        hub.pass(events);

        assertThat(hear(slow)).isEqualTo(new HeardEvents(true, events.subList(3, 5)));
    }

    @Test
    void aGapIsHeardOnce() throws InterruptedException {
        JobEventSubscription subscription = subscribe(ALL);

        hub.passGap();

        assertThat(hear(subscription)).isEqualTo(new HeardEvents(true, List.of()));
        assertThat(subscription.next(Duration.ZERO)).map(HeardEvents::isNothing).hasValue(true);
    }

    @Test
    void whoWaitsHearsAtOnce() throws InterruptedException {
        JobEventSubscription subscription = subscribe(ALL);
        AtomicReference<@Nullable HeardEvents> heard = new AtomicReference<>();
        Thread listener = Thread.ofVirtual().start(() -> heard.set(hear(subscription)));

        hub.pass(List.of(event("mails", "send-mail")));

        assertThat(listener.join(Duration.ofSeconds(20))).isTrue();
        assertThat(heard.get()).isNotNull();
    }

    @Test
    void noMoreListenThanThereIsRoomFor() {
        JobEventSubscription first = subscribe(ALL);
        subscribe(ALL);
        assertThat(hub.subscribe(ALL)).isEmpty();

        first.close();

        assertThat(hub.subscribe(ALL)).isPresent();
    }

    @Test
    void aHubThatClosesEndsAllSubscriptionsAndTakesNoMore() throws InterruptedException {
        JobEventSubscription subscription = subscribe(ALL);
        AtomicReference<@Nullable Optional<HeardEvents>> last = new AtomicReference<>();
        Thread listener = Thread.ofVirtual().start(() -> last.set(next(subscription)));

        hub.close();

        assertThat(listener.join(Duration.ofSeconds(20))).isTrue();
        assertThat(last.get()).isEqualTo(Optional.empty());
        assertThat(hub.subscribe(ALL)).isEmpty();
        hub.open();
        assertThat(hub.subscribe(ALL)).isPresent();
    }

    @Test
    void aHubIsIdleWhileNobodyListens() {
        assertThat(hub.isIdle()).isTrue();
        JobEventSubscription subscription = subscribe(ALL);
        assertThat(hub.isIdle()).isFalse();
        subscription.close();
        assertThat(hub.isIdle()).isTrue();
    }

    private List<JobEvent> heardBy(JobEventFilter filter, JobEvent... events) throws InterruptedException {
        try (JobEventSubscription subscription = subscribe(filter)) {
            hub.pass(List.of(events));
            return hear(subscription).events();
        }
    }

    private JobEventSubscription subscribe(JobEventFilter filter) {
        return hub.subscribe(filter).orElseThrow();
    }

    private static HeardEvents hear(JobEventSubscription subscription) {
        return next(subscription).orElseThrow();
    }

    private static Optional<HeardEvents> next(JobEventSubscription subscription) {
        try {
            return subscription.next(LONG);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static JobEvent event(String queue, String type) {
        JobId job = new JobId(UUID.randomUUID());
        return new JobEvent(job, type, new QueueName(queue), JobState.RUNNING, 1, Instant.EPOCH);
    }
}
