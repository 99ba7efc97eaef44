package dev.sluice.application.order;

import dev.sluice.domain.idempotency.IdempotentRequest;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.order.OrderId;

/** An order on its way to be placed, and the job that then processes it. */
record Placing(OrderId id, PlaceOrderCommand command, JobRequest<ProcessOrder.Payload> job) {

    IdempotentRequest claim() {
        return new IdempotentRequest(command.key(), command.fingerprint(), id.value());
    }
}
