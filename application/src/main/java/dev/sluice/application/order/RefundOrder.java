package dev.sluice.application.order;

import dev.sluice.application.invoice.IssueCreditNote;
import dev.sluice.application.order.RefundOrderResult.NotCompleted;
import dev.sluice.application.order.RefundOrderResult.Refunded;
import dev.sluice.application.order.RefundOrderResult.UnknownOrder;
import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookEventType;
import java.util.List;

/**
 * Takes a completed order back: its step, its credit note, its units if they are wanted back, the job that sends the credit
 * note and what sellers are told are written together or not at all.
 */
public final class RefundOrder {

    private final Transactions transactions;
    private final Orders orders;
    private final Restocking restocking;
    private final IssueCreditNote issuing;
    private final OrderQueue queue;
    private final AnnounceOrders announcing;

    public RefundOrder(
            Transactions transactions,
            Orders orders,
            Products products,
            IssueCreditNote issuing,
            OrderQueue queue,
            AnnounceOrders announcing) {
        this.transactions = transactions;
        this.orders = orders;
        this.restocking = new Restocking(products);
        this.issuing = issuing;
        this.queue = queue;
        this.announcing = announcing;
    }

    public RefundOrderResult refund(RefundOrderCommand command) {
        return transactions.call(() -> orders.lock(command.order(), command.owner())
                .map(order -> refund(order, command))
                .orElseGet(UnknownOrder::new));
    }

    private RefundOrderResult refund(Order order, RefundOrderCommand command) {
        if (order.status() != OrderStatus.COMPLETED) {
            return new NotCompleted(order.status());
        }
        Order refunded = order.refund();
        orders.advance(refunded);
        if (command.restock()) {
            restocking.giveBack(List.of(refunded));
        }
        announcing.announce(WebhookEventType.ORDER_REFUNDED, List.of(refunded));
        // Late, for it holds the seller's counter until the transaction ends.
        queue.add(issuing.issue(refunded.id(), reason(order, command), command.restock()));
        return new Refunded(refunded);
    }

    /** It is said to the buyer, and might name who is erased. */
    private static String reason(Order order, RefundOrderCommand command) {
        return order.buyer().isErased() ? "" : command.reason();
    }
}
