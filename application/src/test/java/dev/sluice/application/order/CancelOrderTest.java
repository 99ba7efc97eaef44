package dev.sluice.application.order;

import static dev.sluice.application.order.OrderDesk.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.invoice.IssueInvoice;
import dev.sluice.application.job.CancelJob;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.order.CancelOrderResult.Cancelled;
import dev.sluice.application.order.CancelOrderResult.TooLate;
import dev.sluice.application.order.CancelOrderResult.UnknownOrder;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelOrderTest {

    private final OrderDesk desk = new OrderDesk();
    private final Product print = desk.product(1999, 3);
    private final OrderId order = desk.placed(desk.command("key", item(print, 2)));

    @Test
    void aQueuedOrderIsCancelledWithItsJobAndItsUnitsAreFreeAgain() {
        assertThat(cancel(Owner.operations())).isEqualTo(new Cancelled(desk.order(order)));

        assertThat(desk.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.allJobs()).extracting(Job::state).containsExactly(JobState.CANCELLED);
        assertThat(desk.stockOf(print)).isEqualTo(3);
    }

    @Test
    void cancelledAgainItStaysCancelledAndGivesNothingBackTwice() {
        cancel(Owner.operations());
        long version = desk.order(order).version();

        assertThat(cancel(Owner.operations())).isEqualTo(new Cancelled(desk.order(order)));
        assertThat(desk.order(order).version()).isEqualTo(version);
        assertThat(desk.stockOf(print)).isEqualTo(3);
    }

    @Test
    void whatIsBeingProcessedGoesOn() {
        desk.repositories().orders().advance(desk.order(order).start(OrderDesk.NOON));

        assertThat(cancel(Owner.operations())).isEqualTo(new TooLate(OrderStatus.PROCESSING));
        assertThat(desk.allJobs()).extracting(Job::state).containsExactly(JobState.AVAILABLE);
        assertThat(desk.stockOf(print)).isEqualTo(1);
    }

    @Test
    void whatHasBegunSinceItWasReadGoesOnToo() {
        Orders orders = desk.repositories().orders();
        Orders begunBehindItsBack = new FirstReadQueued(
                orders, () -> orders.advance(desk.order(order).start(OrderDesk.NOON)));

        assertThat(cancelling(begunBehindItsBack).cancel(order, Owner.operations()))
                .isEqualTo(new TooLate(OrderStatus.PROCESSING));
        assertThat(desk.allJobs()).extracting(Job::state).containsExactly(JobState.AVAILABLE);
    }

    @Test
    void whatIsQueuedAgainAfterItHadItsInvoiceGoesOn() {
        Order begun = desk.order(order).start(OrderDesk.NOON);
        desk.repositories().orders().advance(begun);
        new IssueInvoice(desk.repositories().creators(), desk.repositories().invoices(), desk.ids(), desk.clock())
                .issue(List.of(begun));
        Order failed = begun.fail(OrderDesk.NOON);
        desk.repositories().orders().advance(failed);
        desk.repositories().orders().advance(failed.requeue());

        assertThat(cancel(Owner.operations())).isEqualTo(new TooLate(OrderStatus.QUEUED));
        assertThat(desk.allJobs()).extracting(Job::state).containsExactly(JobState.AVAILABLE);
        assertThat(desk.stockOf(print)).isEqualTo(1);
    }

    @Test
    void toAStrangerTheOrderIsUnknown() {
        assertThat(cancel(new Owner.Seller(new CreatorId(new UUID(0, 1))))).isEqualTo(new UnknownOrder());
        assertThat(desk.order(order).status()).isEqualTo(OrderStatus.QUEUED);
        assertThat(cancel(new Owner.Seller(desk.creator().id()))).isInstanceOf(Cancelled.class);
    }

    @Test
    void anOrderThatWasNeverPlacedIsUnknown() {
        assertThat(cancelling(desk.repositories().orders()).cancel(new OrderId(new UUID(0, 2)), Owner.operations()))
                .isEqualTo(new UnknownOrder());
    }

    private CancelOrderResult cancel(Owner owner) {
        return cancelling(desk.repositories().orders()).cancel(order, owner);
    }

    private CancelOrder cancelling(Orders orders) {
        OrderFollowsJob follower =
                new OrderFollowsJob(orders, desk.repositories().products(), desk.announcing(), desk.clock());
        return new CancelOrder(
                desk.engine().transactions(),
                orders,
                desk.repositories().invoices(),
                new CancelJob(desk.engine().transactions(), desk.jobs(), new JobFollowers(List.of(follower))));
    }

    /** Orders of which one goes on between the first time that it is read and the next. */
    private record FirstReadQueued(Orders orders, Runnable begin) implements Orders {

        @Override
        public Optional<Order> find(OrderId id, Owner owner) {
            Optional<Order> found = orders.find(id, owner);
            begin.run();
            return found;
        }

        @Override
        public Optional<Order> find(OrderId id) {
            return orders.find(id);
        }

        @Override
        public Optional<Order> lock(OrderId id, Owner owner) {
            return orders.lock(id, owner);
        }

        @Override
        public List<Order> findAll(Collection<OrderId> ids) {
            return orders.findAll(ids);
        }

        @Override
        public List<Order> lockAll(Collection<OrderId> ids) {
            return orders.lockAll(ids);
        }

        @Override
        public Page<Order> list(OrderFilter filter, PageRequest page) {
            return orders.list(filter, page);
        }

        @Override
        public void addAll(List<Order> added) {
            orders.addAll(added);
        }

        @Override
        public void advance(Order order) {
            orders.advance(order);
        }

        @Override
        public void advanceAll(List<Order> steps) {
            orders.advanceAll(steps);
        }
    }
}
