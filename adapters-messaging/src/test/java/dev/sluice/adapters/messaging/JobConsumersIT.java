package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.sluice.application.job.JobConsumption;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.Brokers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

@ParameterizedClass
@MethodSource("brokers")
class JobConsumersIT {

    private static final int MANY = 1_000;

    private final Broker broker;
    private final QueueName queue = TestProcess.newQueue();
    private final TestWorker test = new TestWorker();
    private final Semaphore wakeUps = new Semaphore(0);

    /** The latest that {@link #start} has started. */
    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext process;

    JobConsumersIT(Broker broker) {
        this.broker = broker;
    }

    static List<Broker> brokers() {
        return Brokers.available();
    }

    @AfterEach
    void stop() {
        test.endings.release(MANY);
        process.close();
    }

    @Test
    void aJobIsTakenAndItsMessageIsGone() {
        start(20);
        test.endings.release(MANY);
        List<Dispatch> batch = dispatches(20);

        jobs().publish(queue, batch);

        patiently().until(() -> test.claimed.size() == 20);
        assertThat(test.claimed).containsExactlyInAnyOrderElementsOf(batch);
        process.close();
        assertThat(left()).isZero();
    }

    @Test
    void aMessageWhoseClaimFailsForGoodIsDroppedAndCounted() {
        start(2);
        test.recordBroken = true;

        jobs().publish(queue, dispatches(3));
        patiently().until(() -> counted("dropped") == 3);
        test.recordBroken = false;
        List<Dispatch> next = dispatches(1);
        jobs().publish(queue, next);

        patiently().until(() -> !test.claimed.isEmpty());
        assertThat(test.claimed).containsExactlyElementsOf(next);
        process.close();
        assertThat(left()).isZero();
    }

    @Test
    void aMessageThatIsNoDispatchIsDroppedAndCounted() throws Exception {
        start(2);
        List<Dispatch> next = dispatches(1);

        publish(null, "garbage".getBytes(UTF_8));
        jobs().publish(queue, next);

        // On two connections, so in either order.
        patiently().until(() -> counted("taken") == 1 && counted("unreadable") == 1);
        assertThat(test.claimed).containsExactlyElementsOf(next);
    }

    @ParameterizedTest
    @EnumSource
    void aHostileMessageIsDroppedAndCountedAndTheWorkerGoesOn(HostileMessage hostile) throws Exception {
        start(1);
        test.endings.release(MANY);

        publish(hostile.properties(), hostile.body());
        patiently().until(() -> counted("unreadable") == 1);
        List<Dispatch> next = dispatches(1);
        jobs().publish(queue, next);

        patiently().until(() -> counted("taken") == 1);
        assertThat(test.claimed).containsExactlyElementsOf(next);
        assertThat(HostileMessage.Gadget.RUN).isFalse();
        process.close();
        assertThat(left()).isZero();
    }

    @Test
    void itIsReadyOnceItConsumesAndAsLongAsItDoes() {
        start(2);
        patiently().until(() -> health().equals(Status.UP));
        jobs().publish(queue, dispatches(10));
        patiently().until(() -> test.underWay.get() == 2 && counted("handed back") > 0);
        assertThat(health()).isEqualTo(Status.UP);

        process.getBean(JobConsumers.class).stop();

        patiently().until(() -> health().equals(Status.DOWN));
    }

    private Status health() {
        return Objects.requireNonNull(process.getBean(HealthIndicator.class).health())
                .getStatus();
    }

    @Test
    void aBusyWorkerHandsBackWhatItHasNoSlotForAndTakesNothingMore() throws Exception {
        start(2);

        jobs().publish(queue, dispatches(10));

        patiently().until(() -> test.underWay.get() == 2 && counted("handed back") > 0);
        assertThat(test.claimed).hasSize(2);
        assertThat(test.handedBack).hasSize((int) counted("handed back")).hasSizeBetween(1, 2);
        assertThat(drain()).isEqualTo(8 - test.handedBack.size());
    }

    @Test
    void aWorkerTakesMoreOnceASlotIsFree() {
        start(2);
        jobs().publish(queue, dispatches(10));
        patiently().until(() -> test.underWay.get() == 2 && counted("handed back") > 0);

        test.endings.release(MANY);

        patiently().until(() -> test.claimed.size() + test.handedBack.size() == 10);
        patiently().until(() -> test.underWay.get() == 0);
        process.close();
        assertThat(left()).isZero();
    }

    @Test
    void whatWaitsAtTheBrokerWhenTheWorkerStopsGoesToAnother() {
        start(1);
        jobs().publish(queue, dispatches(4));
        patiently().until(() -> test.underWay.get() == 1 && test.handedBack.size() == 1);

        process.close();
        assertThat(test.claimed).hasSize(1);
        assertThat(left()).isEqualTo(2);

        start(1);
        test.endings.release(MANY);
        patiently().until(() -> test.claimed.size() + test.handedBack.size() == 4);
    }

    @Test
    @Tag("processes")
    void workersOutliveTheBrokersRestartAndStartWithoutIt() {
        start(2);
        test.endings.release(MANY);
        awaitRoundTrip(process, queue, test, wakeUps);

        broker.stop();
        QueueName lateQueue = TestProcess.newQueue();
        TestWorker lateTest = new TestWorker();
        Semaphore lateWakeUps = new Semaphore(0);
        JobConsumption late = new JobConsumption(Set.of(lateQueue), lateTest.worker(MANY), lateWakeUps::release);
        try (ConfigurableApplicationContext lateProcess = TestProcess.consuming(broker, lateQueue, late, lateTest)) {
            broker.restart();

            awaitRoundTrip(process, queue, test, wakeUps);
            awaitRoundTrip(lateProcess, lateQueue, lateTest, lateWakeUps);
        }
        lateTest.endings.release(MANY);
    }

    @Test
    void aQueueThatNobodyDeclaresIsNotConsumed() {
        start(1);
        JobConsumption other = new JobConsumption(Set.of(new QueueName("other")), test.worker(1), () -> {});

        assertThatThrownBy(() -> TestProcess.consuming(broker, queue, other, test))
                .rootCause()
                .hasMessageContaining("a worker can consume only from");
    }

    private void start(int concurrency) {
        process = TestProcess.consuming(
                broker, queue, new JobConsumption(Set.of(queue), test.worker(concurrency), wakeUps::release), test);
        patiently().until(() -> jobs().depth(queue).isPresent());
    }

    /** Until a job has gone to the worker, and a wake-up to its dispatcher. */
    private static void awaitRoundTrip(
            ConfigurableApplicationContext process, QueueName queue, TestWorker test, Semaphore wakeUps) {
        JobQueue jobs = process.getBean(JobQueue.class);
        Dispatch dispatch = dispatches(1).getFirst();
        patiently().until(() -> jobs.publish(queue, List.of(dispatch)).isEmpty());
        patiently().until(() -> test.claimed.contains(dispatch));
        wakeUps.drainPermits();
        patiently().until(() -> {
            process.getBean(WakeUps.class).wakeDispatcher();
            return wakeUps.tryAcquire();
        });
    }

    /** How many messages wait when nobody consumes. */
    private long left() {
        try (ConfigurableApplicationContext observer = TestProcess.publishing(broker, queue)) {
            JobQueue jobs = observer.getBean(JobQueue.class);
            patiently().until(() -> jobs.depth(queue).isPresent());
            return jobs.depth(queue).orElseThrow();
        }
    }

    /** Takes what waits at the broker, and counts the dispatches. */
    private int drain() throws Exception {
        try (Connection connection = TestProcess.connect(process);
                Channel channel = connection.createChannel()) {
            int drained = 0;
            for (GetResponse next = get(channel); next != null; next = get(channel)) {
                drained += DispatchText.read(next.getBody()).size();
            }
            return drained;
        }
    }

    private GetResponse get(Channel channel) throws Exception {
        return channel.basicGet(Topology.nameOf(queue), true);
    }

    private void publish(@Nullable BasicProperties properties, byte[] body) throws Exception {
        try (Connection connection = TestProcess.connect(process);
                Channel channel = connection.createChannel()) {
            channel.basicPublish(Topology.JOBS, queue.value(), properties, body);
        }
    }

    private long counted(String outcome) {
        String expected = "job.messages" + List.of("queue", queue.value(), "outcome", outcome);
        return test.counted.stream().filter(expected::equals).count();
    }

    private JobQueue jobs() {
        return process.getBean(JobQueue.class);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private static List<Dispatch> dispatches(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Dispatch(new JobId(UUID.randomUUID()), number))
                .toList();
    }
}
