package dev.sluice.application.webhook;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.webhook.WebhookAttempt;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookMessage;
import dev.sluice.domain.webhook.WebhookResponse;
import dev.sluice.domain.webhook.WebhookSender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Tells an endpoint of an event. Each attempt is recorded after it was made: one that a crash keeps from being recorded is
 * made again, and the endpoint knows it by its id.
 */
public final class DeliverWebhook implements JobHandler<DeliverWebhook.Payload> {

    /** Ten tries over some 75 hours: 10 s, 50 s, 4 min, 21 min, 1.7 h, 8.7 h after each other, and then 22 h. */
    public static final JobType<Payload> TYPE = new JobType<>(
            "deliver-webhook",
            Payload.class,
            new QueueName("webhooks"),
            new RetryPolicy(10, new Backoff(Duration.ofSeconds(10), 5, Duration.ofHours(22), 0.05)),
            Duration.ofMinutes(1));

    /**
     * What becomes of a job that ends without its delivery. It is done, and not dead, for there is nothing that an operator
     * could do about a seller's endpoint; the delivery says that it has failed.
     *
     * @param givenUp why
     */
    public record GivenUp(String givenUp) {}

    /** The delivery to make. */
    public record Payload(UUID delivery) {

        static Payload of(WebhookDeliveryId delivery) {
            return new Payload(delivery.value());
        }

        WebhookDeliveryId deliveryId() {
            return new WebhookDeliveryId(delivery);
        }
    }

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    /** @param nanoTime by which the time until an answer is measured */
    public DeliverWebhook(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            WebhookSender sender,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sender = sender;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public JobType<Payload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome handle(Payload payload, JobRun run) {
        Optional<WebhookDelivery> delivery = deliveries.find(payload.deliveryId());
        if (delivery.isEmpty()) {
            return new JobOutcome.Abandon("the delivery is not on record any more");
        }
        if (delivery.get().state() == WebhookDeliveryState.DELIVERED) {
            return new JobOutcome.Done();
        }
        return endpoints
                .find(delivery.get().endpoint())
                .map(endpoint -> deliver(delivery.get(), endpoint, run))
                .orElseGet(() -> giveUp(delivery.get(), "the endpoint is not there any more", run));
    }

    private JobOutcome deliver(WebhookDelivery delivery, WebhookEndpoint endpoint, JobRun run) {
        if (!endpoint.details().enabled()) {
            return giveUp(delivery, "the endpoint is disabled", run);
        }
        WebhookAttempt attempt = attempt(WebhookMessage.of(delivery, endpoint, clock.instant()));
        return run.inTransaction(() -> record(delivery, attempt, run.isLastAttempt()));
    }

    private JobOutcome giveUp(WebhookDelivery delivery, String reason, JobRun run) {
        return run.inTransaction(() -> giveUp(delivery, reason));
    }

    private JobOutcome giveUp(WebhookDelivery delivery, String reason) {
        deliveries.giveUp(List.of(delivery.id()));
        return new JobOutcome.Done(new GivenUp(reason));
    }

    private WebhookAttempt attempt(WebhookMessage message) {
        Instant at = message.at();
        long begun = nanoTime.getAsLong();
        WebhookResponse response = sender.send(message);
        return new WebhookAttempt(at, Duration.ofNanos(nanoTime.getAsLong() - begun), response);
    }

    private JobOutcome record(WebhookDelivery delivery, WebhookAttempt attempt, boolean last) {
        WebhookResponse response = attempt.response();
        deliveries.record(delivery.id(), attempt);
        if (response.arrived()) {
            return new JobOutcome.Done();
        }
        if (response.gone()) {
            endpoints.disable(delivery.endpoint());
            return giveUp(delivery, "the endpoint is gone, and disabled from now on");
        }
        return last ? giveUp(delivery, reason(response)) : new JobOutcome.Retry(reason(response));
    }

    private static String reason(WebhookResponse response) {
        return switch (response) {
            case WebhookResponse.Answered answer -> "the endpoint answered " + answer.status();
            case WebhookResponse.Failed failed -> "no answer: " + failed.fault();
        };
    }
}
