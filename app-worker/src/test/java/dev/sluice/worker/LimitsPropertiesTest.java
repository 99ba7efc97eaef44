package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.application.job.JobLimits;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Limit;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitsPropertiesTest {

    private static final QueueName ORDERS = new QueueName("orders");

    @Test
    void defaults() {
        assertThat(limits(Map.of())).isEqualTo(JobLimits.NONE);
    }

    @Test
    void fullMapping() {
        JobLimits limits = limits(Map.of(
                "sluice.limits.queues.orders.concurrency", "40",
                "sluice.limits.types.process-sync.jobs", "10",
                "sluice.limits.types.process-sync.per", "1s",
                "sluice.limits.groups.orders.concurrency", "1",
                "sluice.limits.weights.[019f0000-1]", "5"));
        assertThat(limits)
                .isEqualTo(new JobLimits(
                        Map.of(ORDERS, new Limit(40, null)),
                        Map.of("process-sync", new Limit(null, new Rate(10, Duration.ofSeconds(1)))),
                        Map.of(ORDERS, new Limit(1, null)),
                        Map.of(new GroupKey("019f0000-1"), 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "queues.orders.concurrency, -1, the concurrency of sluice.limits is not negative",
        "queues.orders.jobs, 1, a rate of sluice.limits has both jobs and per",
        "queues.orders.per, 1s, a rate of sluice.limits has both jobs and per"
    })
    void aBadValueIsRefused(String key, String value, String message) {
        assertThatThrownBy(() -> limits(Map.of("sluice.limits." + key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aNameThatNothingHasIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Map.of("sluice.limits.queues.order.concurrency", "1")))
                .withMessage("sluice.limits.queues are of [orders], not [order]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Map.of("sluice.limits.types.sync.concurrency", "1")))
                .withMessage("sluice.limits.types are of [process-sync], not [sync]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Map.of("sluice.limits.weights.ada", "0")))
                .withMessage("sluice.limits.weights are at least 1");
    }

    private static JobLimits limits(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.limits", LimitsProperties.class)
                .limits(Set.of(ORDERS), Set.of("process-sync"));
    }
}
