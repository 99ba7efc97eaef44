package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.sluice.application.job.JobConsumption;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.Brokers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
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
        start(2);
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

        publish("garbage");
        jobs().publish(queue, next);

        patiently().until(() -> counted("taken") == 1);
        assertThat(counted("unreadable")).isEqualTo(1);
        assertThat(test.claimed).containsExactlyElementsOf(next);
    }

    @Test
    void noMoreJobsRunThanThereAreSlotsAndNoMoreWaitThanThePrefetch() throws Exception {
        start(2);

        jobs().publish(queue, dispatches(10));

        patiently().until(() -> test.running.get() == 2 && isWaitingForASlot());
        assertThat(test.claimed).hasSize(2);
        test.endings.release(3);
        patiently().until(() -> test.claimed.size() == 5 && test.running.get() == 2 && isWaitingForASlot());
        // Five have been claimed and two at most wait in the worker.
        assertThat(drain()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatWaitsForASlotWhenTheWorkerStopsGoesToAnother() {
        start(1);
        List<Dispatch> batch = dispatches(4);
        jobs().publish(queue, batch);
        patiently().until(() -> test.running.get() == 1 && isWaitingForASlot());

        process.close();
        assertThat(test.claimed).hasSize(1);
        assertThat(left()).isEqualTo(3);

        start(1);
        test.endings.release(MANY);
        patiently().until(() -> test.claimed.size() == 4);
        assertThat(test.claimed).containsExactlyInAnyOrderElementsOf(batch);
    }

    @Test
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

    private boolean isWaitingForASlot() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("jobs-" + queue.value()))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(Semaphore.class.getName()));
    }

    /** Takes what waits at the broker, and counts it. */
    private int drain() throws Exception {
        try (Connection connection = TestProcess.connect(process);
                Channel channel = connection.createChannel()) {
            int drained = 0;
            while (channel.basicGet(Topology.nameOf(queue), true) != null) {
                drained++;
            }
            return drained;
        }
    }

    private void publish(String body) throws Exception {
        try (Connection connection = TestProcess.connect(process);
                Channel channel = connection.createChannel()) {
            channel.basicPublish(Topology.JOBS, queue.value(), null, body.getBytes(UTF_8));
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
