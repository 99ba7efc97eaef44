package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.sluice.application.job.event.HeardEvents;
import dev.sluice.application.job.event.JobEventFilter;
import dev.sluice.application.job.event.JobEventHub;
import dev.sluice.application.job.event.JobEventSubscription;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobEvents;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.Brokers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.context.ConfigurableApplicationContext;

@ParameterizedClass
@MethodSource("brokers")
class JobEventsIT {

    /** The type of the events that show that a listener hears. */
    private static final String PROBE = "probe";

    /** The teller's buffer. */
    private static final int BUFFER = 20_000;

    private final Broker broker;
    private final QueueName queue = TestProcess.newQueue();
    private final Queue<String> counted = new ConcurrentLinkedQueue<>();
    private final List<ConfigurableApplicationContext> processes = new ArrayList<>();

    JobEventsIT(Broker broker) {
        this.broker = broker;
    }

    static List<Broker> brokers() {
        return Brokers.available();
    }

    @AfterEach
    void stop() {
        processes.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void whatOneProcessTellsAllHearInItsOrder() {
        Listener first = listener();
        Listener second = listener();
        JobEvents teller = teller();
        List<JobEvent> events = events(2_500);
        first.awaitHearing(teller);
        second.awaitHearing(teller);

        teller.publish(events.subList(0, 2_000));
        teller.publish(events.subList(2_000, 2_500));

        first.awaitEvents(2_500);
        second.awaitEvents(2_500);
        assertThat(first.events).containsExactlyElementsOf(events);
        assertThat(second.events).containsExactlyElementsOf(events);
        assertThat(first.gaps).isZero();
        assertThat(second.gaps).isZero();
    }

    @Test
    void whatIsToldBeforeAProcessStopsIsSent() {
        Listener listener = listener();
        listener.awaitHearing(teller());
        ConfigurableApplicationContext stopping = TestProcess.telling(broker, queue, this::count);

        stopping.getBean(JobEvents.class).publish(events(1));
        stopping.close();

        listener.awaitEvents(1);
    }

    @Test
    void aMessageThatIsNoBatchIsSkippedAndCounted() throws Exception {
        Listener listener = listener();
        JobEvents teller = teller();
        listener.awaitHearing(teller);

        send("garbage");
        teller.publish(events(1));

        listener.awaitEvents(1);
        patiently().until(() -> counted.contains("job.event.batches" + List.of("outcome", "unreadable")));
    }

    @Test
    void aBatchThatWentMissingIsAGap() throws Exception {
        Listener listener = listener();
        listener.awaitHearing(teller());
        UUID other = UUID.randomUUID();

        send(new JobEventBatch(other, 1, events(1)));
        send(new JobEventBatch(other, 2, events(1)));
        listener.awaitEvents(2);
        assertThat(listener.gaps).isZero();
        send(new JobEventBatch(other, 4, events(1)));

        listener.awaitEvents(3);
        assertThat(listener.gaps).isEqualTo(1);
    }

    @Test
    void whatOverflowsATellersBufferIsAGap() {
        Listener listener = listener();
        listener.awaitHearing(teller());
        RabbitJobEvents slow = slowTeller();
        slow.publish(events(1));
        slow.sendNext();
        listener.awaitEvents(1);

        slow.publish(events(BUFFER + 1));
        slow.close();

        listener.awaitEvents(1 + BUFFER);
        assertThat(listener.gaps).isEqualTo(1);
    }

    @Test
    @Tag("processes")
    void eventsFlowAgainWhenTheBrokerIsBackAndWhoListensHearsOfTheGap() {
        Listener listener = listener();
        JobEvents teller = teller();
        listener.awaitHearing(teller);

        broker.stop();
        teller.publish(events(1));
        broker.restart();

        patiently().until(() -> {
            listener.listen();
            return listener.gaps > 0;
        });
        listener.awaitHearing(teller);
    }

    private JobEvents teller() {
        return started(TestProcess.telling(broker, queue, this::count)).getBean(JobEvents.class);
    }

    /** A teller that sends when it is asked to. */
    private RabbitJobEvents slowTeller() {
        CachingConnectionFactory connections =
                started(TestProcess.telling(broker, queue, this::count)).getBean(CachingConnectionFactory.class);
        return new RabbitJobEvents(
                Objects.requireNonNull(connections.getPublisherConnectionFactory()),
                new PublisherAlarm(),
                new Reachability(RetryPause.of(Duration.ofMillis(50)), System::nanoTime),
                this::count);
    }

    private void count(int times, String counter, String... tags) {
        counted.add(counter + List.of(tags));
    }

    private ConfigurableApplicationContext started(ConfigurableApplicationContext process) {
        processes.add(process);
        return process;
    }

    private Listener listener() {
        JobEventHub hub = new JobEventHub(1, 2 * BUFFER);
        started(TestProcess.hearing(broker, queue, hub, this::count));
        return new Listener(hub.subscribe(new JobEventFilter(queue, null, null)).orElseThrow());
    }

    private void send(JobEventBatch batch) throws Exception {
        send(new String(JobEventText.bytes(batch), UTF_8));
    }

    private void send(String body) throws Exception {
        try (Connection connection = TestProcess.connect(processes.getFirst());
                Channel channel = connection.createChannel()) {
            channel.basicPublish(Topology.JOB_EVENTS, "", null, body.getBytes(UTF_8));
        }
    }

    private List<JobEvent> events(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(attempt -> event("do-chore", attempt))
                .toList();
    }

    private JobEvent event(String type, int attempt) {
        JobId job = new JobId(UUID.randomUUID());
        return new JobEvent(job, type, queue, JobState.RUNNING, attempt, Instant.ofEpochMilli(attempt));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(20));
    }

    /** Somebody who listens in a process of its own. */
    private final class Listener {

        private final JobEventSubscription subscription;
        private final List<JobEvent> events = new ArrayList<>();
        private final Set<JobId> probes = new HashSet<>();
        private int gaps;

        Listener(JobEventSubscription subscription) {
            this.subscription = subscription;
        }

        /** Until what a process tells now is heard; gaps from before that count no more. */
        void awaitHearing(JobEvents teller) {
            JobEvent probe = event(PROBE, 0);
            patiently().until(() -> {
                teller.publish(List.of(probe));
                listen();
                return probes.contains(probe.id());
            });
            gaps = 0;
        }

        void awaitEvents(int count) {
            patiently().until(() -> {
                listen();
                return events.size() >= count;
            });
        }

        void listen() throws InterruptedException {
            HeardEvents heard = subscription.next(Duration.ofMillis(50)).orElseThrow();
            gaps += heard.gap() ? 1 : 0;
            heard.events().forEach(event -> {
                if (event.type().equals(PROBE)) {
                    probes.add(event.id());
                } else {
                    events.add(event);
                }
            });
        }
    }
}
