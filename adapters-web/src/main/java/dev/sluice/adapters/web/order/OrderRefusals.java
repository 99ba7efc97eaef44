package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.domain.order.OrderStatus;
import java.time.Duration;

/** What is said when something cannot be done about an order. */
final class OrderRefusals {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Duration ANOTHER_TRY = Duration.ofSeconds(1);

    private static final Duration END_OF_AN_ORDER = Duration.ofSeconds(10);

    private OrderRefusals() {}

    static Refusal invalidKey(String code) {
        return Refusal.invalid(
                Violation.ofHeader(IDEMPOTENCY_KEY, code, "must be given with 1 to 255 visible ASCII characters"));
    }

    static Refusal keyInFlight() {
        return Refusal.of(ProblemType.KEY_IN_FLIGHT, "Repeat the request in a moment to get its result.")
                .retryAfter(ANOTHER_TRY);
    }

    static Refusal keyReused() {
        return Refusal.of(ProblemType.KEY_REUSED, "Give each order a key of its own.")
                .with(Violation.ofHeader(IDEMPOTENCY_KEY, "reused", "was used for an order that says something else"));
    }

    static Refusal unknownCreator() {
        return Refusal.of(ProblemType.UNKNOWN_REFERENCE, "There is no such creator.")
                .with(Violation.ofBody("/creatorId", "unknown", "is not the id of a creator"));
    }

    static Refusal unknownProduct(int line) {
        return Refusal.of(ProblemType.UNKNOWN_REFERENCE, "The creator sells no such product.")
                .with(Violation.ofBody(product(line), "unknown", "is not the id of one of the creator's products"));
    }

    static Refusal soldOut(int line) {
        return Refusal.of(ProblemType.SOLD_OUT, "Fewer units are left than ordered.")
                .with(Violation.ofBody(product(line), "sold-out", "is sold out or not left in this quantity"));
    }

    static Refusal tooLate(OrderStatus status) {
        return Refusal.of(ProblemType.WRONG_STATE, "The order is " + status + ", and its processing has begun before.");
    }

    static Refusal notCompleted(OrderStatus status) {
        return Refusal.of(
                ProblemType.WRONG_STATE, "The order is " + status + ", and only a COMPLETED one can be refunded.");
    }

    static Refusal productWithStatus() {
        return Refusal.invalid(
                Violation.ofParameter("productId", "invalid", "cannot be asked for together with a status"));
    }

    static Refusal buyerErased() {
        return Refusal.of(ProblemType.WRONG_STATE, "The buyer is erased: nobody is left to be written to.");
    }

    static Refusal buyerUnderWay() {
        return Refusal.of(
                        ProblemType.WRONG_STATE,
                        "The buyer has orders that are queued or being processed: wait for their end, or cancel them.")
                .retryAfter(END_OF_AN_ORDER);
    }

    private static String product(int line) {
        return "/lines/" + line + "/productId";
    }
}
