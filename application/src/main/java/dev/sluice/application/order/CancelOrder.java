package dev.sluice.application.order;

import dev.sluice.application.job.CancelJob;
import dev.sluice.application.order.CancelOrderResult.Cancelled;
import dev.sluice.application.order.CancelOrderResult.TooLate;
import dev.sluice.application.order.CancelOrderResult.UnknownOrder;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.transaction.Transactions;

/** Calls off an order that nobody has begun to process: with its job, and what was reserved is given back. */
public final class CancelOrder {

    private final Transactions transactions;
    private final Orders orders;
    private final Invoices invoices;
    private final CancelJob jobs;

    public CancelOrder(Transactions transactions, Orders orders, Invoices invoices, CancelJob jobs) {
        this.transactions = transactions;
        this.orders = orders;
        this.invoices = invoices;
        this.jobs = jobs;
    }

    /** @param owner on whose behalf */
    public CancelOrderResult cancel(OrderId id, Owner owner) {
        try {
            return orders.find(id, owner).map(this::cancel).orElseGet(UnknownOrder::new);
        } catch (Begun begun) {
            return standing(id);
        }
    }

    private CancelOrderResult cancel(Order order) {
        return order.status() == OrderStatus.QUEUED
                ? transactions.call(() -> cancelQueued(order.id()))
                : standing(order);
    }

    /** The order follows its job. A worker locks the job before it begins the order: what has not begun by now does not. */
    private CancelOrderResult cancelQueued(OrderId id) {
        boolean called = jobs.cancel(OrderQueue.jobOf(id));
        Order order = order(id);
        if (!called || order.status() != OrderStatus.CANCELLED || hasBegun(order)) {
            throw new Begun();
        }
        return new Cancelled(order);
    }

    /** One that is queued again after it had failed has no start, but the invoice of the time before. */
    private boolean hasBegun(Order order) {
        return order.progress().startedAt() != null
                || invoices.findByOrder(order.id()).isPresent();
    }

    private CancelOrderResult standing(OrderId id) {
        return standing(order(id));
    }

    private static CancelOrderResult standing(Order order) {
        return order.status() == OrderStatus.CANCELLED ? new Cancelled(order) : new TooLate(order.status());
    }

    private Order order(OrderId id) {
        return orders.find(id).orElseThrow();
    }

    /** Has the transaction rolled back, in which the job was called off too late. */
    private static final class Begun extends RuntimeException {

        private static final long serialVersionUID = 1;

        Begun() {
            super(null, null, false, false);
        }
    }
}
