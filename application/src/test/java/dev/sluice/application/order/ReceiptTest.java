package dev.sluice.application.order;

import static dev.sluice.application.order.OrderDesk.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.invoice.FileInvoice;
import dev.sluice.application.invoice.IssueInvoice;
import dev.sluice.application.invoice.SendInvoice;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.application.order.OrderEvent.Kind;
import dev.sluice.application.order.RequestReceipt.BuyerErased;
import dev.sluice.application.order.RequestReceipt.NoInvoice;
import dev.sluice.application.order.RequestReceipt.Queued;
import dev.sluice.application.order.RequestReceipt.UnknownOrder;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.invoice.InMemoryInvoiceRenderer;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.InMemoryMailer;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Receipts that are sent once more, and what the timeline tells of an order's whole way. */
class ReceiptTest {

    private final OrderDesk desk = new OrderDesk();
    private final InMemoryRepositories repositories = desk.repositories();
    private final InMemoryMailer mailer = new InMemoryMailer();
    private final ForgetfulSentMails sentMails = new ForgetfulSentMails(repositories.sentMails());
    private final Queue<RuntimeException> whileRendering = new ArrayDeque<>();
    private final SendInvoice sending = new SendInvoice(mailer, sentMails, desk.clock());
    private final ManualEngine engine = desk.engine()
            .with(new ProcessOrder(
                    repositories.orders(),
                    new IssueInvoice(repositories.creators(), repositories.invoices(), desk.ids(), desk.clock()),
                    new FileInvoice(this::render, repositories.invoiceDocuments()),
                    sending,
                    desk.clock()))
            .with(new DeliverReceipt(
                    repositories.orders(), repositories.invoices(), repositories.invoiceDocuments(), sending))
            .with(new OrderFollowsJob(repositories.orders(), repositories.products(), desk.announcing(), desk.clock()));
    private final OrderId id = desk.placed(desk.command("key", item(desk.product(1999, null), 1)));

    private PdfDocument render(Invoice invoice) {
        RuntimeException failure = whileRendering.poll();
        if (failure != null) {
            throw failure;
        }
        return new InMemoryInvoiceRenderer().render(invoice);
    }

    @Test
    void theStoredInvoiceGoesOutOnceMoreUnderAnIdOfItsOwn() {
        engine.runDue();

        JobId job = queued();
        engine.runDue();

        assertThat(engine.job(job)).succeeded();
        assertThat(mailer.sent())
                .extracting(email -> email.id().value())
                .containsExactly("invoice." + invoice().id().value() + "@sluice", "receipt." + job.value() + "@sluice");
        Email first = mailer.sent().getFirst();
        Email again = mailer.sent().getLast();
        assertThat(again.subject()).isEqualTo(first.subject());
        assertThat(again.to()).isEqualTo(first.to());
        assertThat(again.attachments()).isEqualTo(first.attachments());
    }

    @Test
    void withinAMinuteItIsOneJobAndOneEmail() {
        engine.runDue();
        JobId job = queued();
        engine.runDue();

        assertThat(queued()).isEqualTo(job);
        engine.runDue();
        assertThat(mailer.sent()).hasSize(2);

        desk.clock().advance(Duration.ofSeconds(61));
        assertThat(queued()).isNotEqualTo(job);
        engine.runDue();
        assertThat(mailer.sent()).hasSize(3);
        assertThat(repositories.receipts().latest(id)).hasSize(2);
    }

    @Test
    void aJobThatIsRetriedByHandSendsNoSecondEmail() {
        engine.runDue();
        JobId job = queued();
        desk.repositories().sentMails().record(SendInvoice.idOf(receipt()), OrderDesk.NOON);

        engine.runDue();

        assertThat(engine.job(job)).succeeded();
        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void whoeverIsErasedIsNotWrittenToAnyMore() {
        engine.runDue();
        JobId job = queued();
        repositories.orders().erase(id, new UUID(0, 7));

        engine.runDue();
        desk.clock().advance(Duration.ofSeconds(61));

        assertThat(engine.job(job)).died();
        assertThat(mailer.sent()).hasSize(1);
        assertThat(request(Owner.operations())).isEqualTo(new BuyerErased());
    }

    @Test
    void whoeverIsErasedWhileTheInvoiceIsReadIsNotWrittenToEither() throws InterruptedException {
        engine.runDue();
        queued();

        new DeliverReceipt(repositories.orders(), repositories.invoices(), repositories.invoiceDocuments(), sending)
                .handle(
                        DeliverReceipt.Payload.of(
                                repositories.receipts().latest(id).getFirst()),
                        new ErasedMeanwhile(repositories, id));

        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void thereIsNothingToSendBeforeThereIsAnInvoice() {
        assertThat(request(Owner.operations())).isEqualTo(new NoInvoice(OrderStatus.QUEUED));
        assertThat(repositories.receipts().latest(id)).isEmpty();
    }

    @Test
    void toAStrangerTheOrderIsUnknown() {
        engine.runDue();
        Owner stranger = new Owner.Seller(new CreatorId(new UUID(0, 1)));

        assertThat(request(stranger)).isEqualTo(new UnknownOrder());
        assertThat(reading().read(id, stranger)).isEmpty();
    }

    @Test
    void theTimelineTellsTheWayOfAnOrder() {
        whileRendering.add(new RetryableFailure("out of reach", new IllegalStateException()));
        desk.clock().advance(Duration.ofSeconds(1));
        engine.runDue();
        engine.runDueAfter(OrderDesk.BACKOFF);
        desk.clock().advance(Duration.ofSeconds(1));
        JobId receipt = queued();
        engine.runDue();
        desk.clock().advance(Duration.ofSeconds(1));
        desk.refunding().refund(new RefundOrderCommand(id, Owner.operations(), "Bent", true));

        List<OrderEvent> events = timeline();

        assertThat(events)
                .extracting(OrderEvent::kind)
                .containsExactly(
                        Kind.PLACED,
                        Kind.PROCESSING_STARTED,
                        Kind.INVOICE_ISSUED,
                        Kind.ATTEMPT_FAILED,
                        Kind.RETRIED,
                        Kind.INVOICE_SENT,
                        Kind.COMPLETED,
                        Kind.RECEIPT_REQUESTED,
                        Kind.RECEIPT_SENT,
                        Kind.REFUNDED);
        assertThat(events).contains(new OrderEvent(Kind.INVOICE_ISSUED, OrderDesk.NOON.plusSeconds(1), "INV-000001"));
        assertThat(events).contains(new OrderEvent(Kind.REFUNDED, OrderDesk.NOON.plusSeconds(8), "CRN-000001"));
        assertThat(events)
                .contains(new OrderEvent(
                        Kind.RECEIPT_SENT,
                        OrderDesk.NOON.plusSeconds(7),
                        receipt.value().toString()));
        assertThat(events.toString()).doesNotContain("Ada", "ada@example.org", "Bent");
    }

    @Test
    void whatFollowsTheEndStandsAfterItThoughTheClockOfItsProcessIsSlow() {
        engine.runDue();
        desk.clock().advance(Duration.ofMillis(-60));
        desk.refunding().refund(new RefundOrderCommand(id, Owner.operations(), "Bent", true));

        assertThat(timeline()).extracting(OrderEvent::kind).endsWith(Kind.COMPLETED, Kind.REFUNDED);
    }

    @Test
    void anOrderThatIsCalledOffWasNeverStarted() {
        engine.cancel(new JobId(id.value()));

        assertThat(timeline()).extracting(OrderEvent::kind).containsExactly(Kind.PLACED, Kind.CANCELLED);
    }

    @Test
    void anOrderThatFailedShowsItsAttempts() {
        for (int attempt = 1; attempt <= OrderDesk.RETRY.attempts(); attempt++) {
            whileRendering.add(new RetryableFailure("out of reach", new IllegalStateException()));
        }
        for (int attempt = 1; attempt <= OrderDesk.RETRY.attempts(); attempt++) {
            engine.runDueAfter(OrderDesk.BACKOFF);
        }

        assertThat(timeline())
                .extracting(OrderEvent::kind)
                .containsExactly(
                        Kind.PLACED,
                        Kind.PROCESSING_STARTED,
                        Kind.INVOICE_ISSUED,
                        Kind.ATTEMPT_FAILED,
                        Kind.RETRIED,
                        Kind.ATTEMPT_FAILED,
                        Kind.RETRIED,
                        Kind.ATTEMPT_FAILED,
                        Kind.FAILED);
    }

    private List<OrderEvent> timeline() {
        return reading().read(id, Owner.operations()).orElseThrow();
    }

    private ReadTimeline reading() {
        return new ReadTimeline(
                repositories.orders(),
                desk.jobs(),
                repositories.invoices(),
                repositories.creditNotes(),
                repositories.receipts(),
                repositories.sentMails());
    }

    private RequestReceipt.Result request(Owner owner) {
        return desk.requesting().request(id, owner);
    }

    private JobId queued() {
        return ((Queued) request(Owner.operations())).job();
    }

    private ReceiptId receipt() {
        return repositories.receipts().latest(id).getFirst().id();
    }

    private Invoice invoice() {
        return repositories.invoices().findByOrder(id).orElseThrow();
    }
}
