package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.validation.Text;
import dev.sluice.application.order.RefundOrderCommand;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.order.OrderId;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A wish to refund an order.
 *
 * @param reason why; the credit note says it to the buyer
 * @param restock whether what the order had taken from limited stocks goes back on sale
 */
record RefundRequest(
        @Text(max = CreditNote.LONGEST_REASON) @Nullable String reason,

        @NotNull(message = "is required") Boolean restock) {

    RefundOrderCommand command(OrderId order, Owner owner) {
        return new RefundOrderCommand(order, owner, Objects.requireNonNullElse(reason, ""), restock);
    }

    /** Without the reason: it may stand in a log. */
    @Override
    public String toString() {
        return "RefundRequest[restock=" + restock + "]";
    }
}
