package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.application.job.WorkerSettings;
import dev.sluice.domain.job.QueueName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkerPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new WorkerProperties(
                        Set.of(),
                        16,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(20),
                        Duration.ofMillis(250),
                        Duration.ofDays(30),
                        3,
                        Duration.ofMinutes(1)));
    }

    @Test
    void fullMapping() {
        WorkerProperties properties = bound(Map.of(
                "sluice.worker.queues", "orders,channels",
                "sluice.worker.concurrency", "64",
                "sluice.worker.lease", "30s",
                "sluice.worker.drain", "0s",
                "sluice.worker.poll", "1s",
                "sluice.worker.history", "7d",
                "sluice.worker.crashes", "5",
                "sluice.worker.stalled-after", "2m"));
        assertThat(properties)
                .isEqualTo(new WorkerProperties(
                        Set.of("orders", "channels"),
                        64,
                        Duration.ofSeconds(30),
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofDays(7),
                        5,
                        Duration.ofMinutes(2)));
        assertThat(properties.settings())
                .isEqualTo(new WorkerSettings(64, Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void withoutQueuesOfItsOwnItServesAll() {
        Set<QueueName> all = Set.of(new QueueName("orders"), new QueueName("channels"));
        assertThat(bound(Map.of()).served(all)).isEqualTo(all);
        assertThat(bound(Map.of("sluice.worker.queues", "orders")).served(all))
                .containsExactly(new QueueName("orders"));
    }

    @Test
    void aQueueThatDoesNotExistIsRefused() {
        Set<QueueName> all = Set.of(new QueueName("orders"), new QueueName("channels"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> bound(Map.of("sluice.worker.queues", "nowhere")).served(all))
                .withMessage("sluice.worker.queues are of [channels, orders], not [nowhere]");
    }

    @ParameterizedTest
    @CsvSource({
        "concurrency, 0, sluice.worker.concurrency is from 1 to 10000",
        "concurrency, 10001, sluice.worker.concurrency is from 1 to 10000",
        "lease, 999ms, sluice.worker.lease is from 1s to 30s",
        "lease, 30001ms, sluice.worker.lease is from 1s to 30s",
        "lease, 31s, sluice.worker.lease is from 1s to 30s",
        "drain, -1s, sluice.worker.drain is not negative",
        "poll, 0ms, sluice.worker.poll is at least 1ms",
        "crashes, 0, sluice.worker.crashes is at least 1",
        "history, 23h, sluice.worker.history is at least 1d",
        "stalled-after, 999ms, sluice.worker.stalled-after is from 1s to less than 24h",
        "stalled-after, 24h, sluice.worker.stalled-after is from 1s to less than 24h"
    })
    void aBadValueIsRefusedWithItsKey(String key, String value, String message) {
        assertThatThrownBy(() -> bound(Map.of("sluice.worker." + key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static WorkerProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.worker", WorkerProperties.class);
    }
}
