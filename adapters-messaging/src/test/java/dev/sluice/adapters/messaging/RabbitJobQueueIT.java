package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.JobQueueContract;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;

@ParameterizedClass
@MethodSource("brokers")
class RabbitJobQueueIT extends JobQueueContract {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final QueueName QUEUE = TestProcess.newQueue();

    /** One for each broker, as starting one takes longer than a test. */
    private static final Map<Broker, ConfigurableApplicationContext> PROCESSES = new ConcurrentHashMap<>();

    private final Broker broker;
    private final ConfigurableApplicationContext process;
    private final Semaphore arrived = new Semaphore(0);

    private Connection observer;

    RabbitJobQueueIT(Broker broker) {
        this.broker = broker;
        this.process = PROCESSES.computeIfAbsent(broker, one -> TestProcess.publishing(one, QUEUE));
    }

    static List<Broker> brokers() {
        return Brokers.available();
    }

    @AfterAll
    static void stop() {
        PROCESSES.values().forEach(ConfigurableApplicationContext::close);
    }

    @BeforeEach
    void begin() throws Exception {
        awaitBroker();
        observe();
    }

    @AfterEach
    void end() throws Exception {
        takeAll();
        observer.close();
    }

    private void observe() throws Exception {
        observer = TestProcess.connect(process);
        Channel channel = observer.createChannel();
        String wakeUpQueue = channel.queueDeclare().getQueue();
        channel.queueBind(wakeUpQueue, Topology.WAKE_UPS, "");
        channel.basicConsume(wakeUpQueue, true, (tag, delivery) -> arrived.release(), tag -> {});
    }

    private void awaitBroker() {
        await().atMost(LIMIT).until(() -> jobs().depth(QUEUE).isPresent());
    }

    @Override
    protected JobQueue jobs() {
        return process.getBean(JobQueue.class);
    }

    @Override
    protected WakeUps wakeUps() {
        return process.getBean(WakeUps.class);
    }

    @Override
    protected QueueName queue() {
        return QUEUE;
    }

    @Override
    protected QueueName missingQueue() {
        return new QueueName("missing");
    }

    @Override
    protected List<Dispatch> takeAll() throws Exception {
        List<Dispatch> taken = new ArrayList<>();
        try (Channel channel = observer.createChannel()) {
            for (GetResponse next = get(channel); next != null; next = get(channel)) {
                taken.addAll(DispatchText.read(next.getBody()));
            }
        }
        return taken;
    }

    private GetResponse get(Channel channel) throws Exception {
        return channel.basicGet(Topology.nameOf(QUEUE), true);
    }

    @Override
    protected boolean awaitWakeUp() throws InterruptedException {
        return arrived.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    protected void goDown() {
        broker.stop();
        // Until the client has noticed, what it sends is neither held nor refused.
        Dispatch probe = dispatch();
        await().atMost(LIMIT).until(() -> jobs().publish(QUEUE, List.of(probe)).contains(probe));
    }

    @Override
    protected void comeBack() {
        broker.restart();
        awaitBroker();
        try {
            observe();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aBlockedBrokerIsNotSentAnything() throws Exception {
        PublisherAlarm alarm = process.getBean(PublisherAlarm.class);
        Dispatch dispatch = dispatch();

        alarm.handleBlocked("low on memory");
        assertThat(jobs().publish(QUEUE, List.of(dispatch))).containsExactly(dispatch);
        assertThat(takeAll()).isEmpty();

        alarm.handleUnblocked();
        assertThat(jobs().publish(QUEUE, List.of(dispatch))).isEmpty();
    }

    @Test
    void aDeletedQueueIsDeclaredAgainByThoseWhoAskForItsDepth() throws Exception {
        try (Channel channel = observer.createChannel()) {
            channel.queueDelete(Topology.nameOf(QUEUE));
        }

        assertThat(jobs().depth(QUEUE)).isEmpty();

        assertThat(jobs().depth(QUEUE)).hasValue(0);
        assertThat(jobs().publish(QUEUE, List.of(dispatch()))).isEmpty();
    }

    @Test
    void theMessageIsPersistentAndHoldsTheDispatchOnly() throws Exception {
        Dispatch dispatch = dispatch();

        jobs().publish(QUEUE, List.of(dispatch));

        try (Channel channel = observer.createChannel()) {
            GetResponse message = get(channel);
            assertThat(message.getBody()).asString().isEqualTo(dispatch.job().value() + ":" + dispatch.number());
            assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
        }
    }

    @Test
    void manyWakeUpsAtOnceAreSentAsFew() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            wakeUps().wakeDispatcher();
        }

        assertThat(awaitWakeUp()).isTrue();
        assertThat(arrived.availablePermits()).isLessThan(5_000);
    }

    @Test
    void springsOwnTemplateStaysOnTheConnectionThatConsumes() {
        RabbitTemplate template = process.getBean(RabbitTemplate.class);

        assertThat(template.getConnectionFactory().isPublisherConfirms()).isFalse();
    }

    private static Dispatch dispatch() {
        return new Dispatch(new JobId(UUID.randomUUID()), 1);
    }
}
