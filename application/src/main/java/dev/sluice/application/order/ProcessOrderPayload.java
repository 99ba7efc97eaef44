package dev.sluice.application.order;

import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.order.OrderId;
import java.time.Duration;
import java.util.UUID;

/** What the job {@code process-sync} is about: the order to process. */
public record ProcessOrderPayload(UUID order) {

    public static final JobType<ProcessOrderPayload> TYPE = new JobType<>(
            "process-sync",
            ProcessOrderPayload.class,
            new QueueName("orders"),
            new RetryPolicy(3, Duration.ofSeconds(5)));

    static ProcessOrderPayload of(OrderId order) {
        return new ProcessOrderPayload(order.value());
    }

    OrderId orderId() {
        return new OrderId(order);
    }
}
