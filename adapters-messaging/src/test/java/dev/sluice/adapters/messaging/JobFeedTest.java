package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobFeedTest {

    private static final int JOBS = 20;

    private final List<Object> acknowledged = new ArrayList<>();
    private final List<Object> prefetched = new ArrayList<>();
    private final Channel channel = (Channel) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Channel.class}, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "basicAck" -> acknowledged.add(arguments[0]);
                    case "basicQos" -> prefetched.add(arguments[0]);
                    case "basicConsume" -> {
                        return "consumer";
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                }
                return null;
            });
    private final Deliveries deliveries = new Deliveries(channel);
    private final TestWorker test = new TestWorker();

    @Test
    void whileSlotsBecomeFreeNothingIsHandedBack() throws Exception {
        JobFeed feed = new JobFeed(TestProcess.newQueue(), test.worker(JOBS / 2), test, Duration.ofMinutes(1));
        test.endings.release(JOBS);
        for (int job = 1; job <= JOBS; job++) {
            deliver(job);
        }

        feed.receive(channel, deliveries);
        feed.receive(channel, deliveries);

        assertThat(test.claimed).hasSize(JOBS);
        assertThat(test.handedBack).isEmpty();
        assertThat(acknowledged).containsExactly(JOBS / 2L, (long) JOBS);
    }

    @Test
    void theBrokerSendsFarFewerMessagesAheadThanThereAreSlots() throws Exception {
        JobFeed feed = new JobFeed(TestProcess.newQueue(), test.worker(JOBS), test, Duration.ofMinutes(1));

        feed.subscribe(channel, deliveries);

        assertThat(prefetched).containsExactly(JOBS / 4);
    }

    private void deliver(long tag) {
        byte[] body = DispatchText.bytes(List.of(new Dispatch(new JobId(UUID.randomUUID()), 1)));
        deliveries.handleDelivery("consumer", new Envelope(tag, false, "", ""), new BasicProperties(), body);
    }
}
