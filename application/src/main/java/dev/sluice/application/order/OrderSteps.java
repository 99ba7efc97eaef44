package dev.sluice.application.order;

import dev.sluice.application.order.OrderEvent.Kind;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFailure;
import dev.sluice.domain.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an order and its job say about the way of the order.
 *
 * @param job empty once the record of it is too old to be kept
 */
record OrderSteps(Order order, Optional<Job> job) {

    Stream<OrderEvent> events() {
        return Stream.of(
                        Stream.of(OrderEvent.of(Kind.PLACED, order.progress().placedAt())), starts(), failures(), end())
                .flatMap(events -> events);
    }

    private Stream<OrderEvent> starts() {
        List<Instant> starts = job.map(OrderSteps::startsOf)
                .orElseGet(() -> Stream.ofNullable(order.progress().startedAt()))
                .distinct()
                .sorted()
                .toList();
        return IntStream.range(0, starts.size())
                .mapToObj(nth -> OrderEvent.of(nth == 0 ? Kind.PROCESSING_STARTED : Kind.RETRIED, starts.get(nth)));
    }

    private static Stream<Instant> startsOf(Job job) {
        return Stream.concat(
                attemptsFailed(job).map(JobFailure::startedAt),
                Stream.ofNullable(job.times().startedAt()));
    }

    private Stream<OrderEvent> failures() {
        return job.stream()
                .flatMap(OrderSteps::attemptsFailed)
                .map(failure -> new OrderEvent(Kind.ATTEMPT_FAILED, failure.endedAt(), failure.error()));
    }

    /** Without a job that was given up before its first attempt. */
    private static Stream<JobFailure> attemptsFailed(Job job) {
        return job.failures().stream().filter(failure -> failure.attempt() > 0);
    }

    private Stream<OrderEvent> end() {
        Stream<Instant> ends = Stream.ofNullable(order.progress().finishedAt());
        return ends.flatMap(at -> ended().map(kind -> OrderEvent.of(kind, at)));
    }

    private Stream<Kind> ended() {
        return switch (order.status()) {
            case COMPLETED, REFUNDED -> Stream.of(Kind.COMPLETED);
            case FAILED -> Stream.of(Kind.FAILED);
            case CANCELLED -> Stream.of(Kind.CANCELLED);
            case QUEUED, PROCESSING -> Stream.empty();
        };
    }
}
