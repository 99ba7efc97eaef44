package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.order.ReadTimeline;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.order.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The route of what has happened to an order. */
@Tag(name = "Orders")
@RestController
final class TimelineController {

    private final ReadTimeline reading;

    TimelineController(ReadTimeline reading) {
        this.reading = reading;
    }

    @Operation(operationId = "readOrderTimeline", summary = "Read what has happened to an order, first things first")
    @GetMapping(path = "/v1/orders/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.ORDERS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<TimelineResponse> read(Caller caller, @PathVariable OrderId id) {
        var events = reading.read(id, caller.owner())
                .orElseThrow(() -> Refusal.notFound("order").asException());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(TimelineResponse.of(id, events));
    }
}
