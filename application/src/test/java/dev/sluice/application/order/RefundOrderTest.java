package dev.sluice.application.order;

import static dev.sluice.application.order.OrderDesk.item;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.invoice.FileCreditNote;
import dev.sluice.application.invoice.IssueInvoice;
import dev.sluice.application.invoice.SendCreditNote;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.application.order.RefundOrderResult.NotCompleted;
import dev.sluice.application.order.RefundOrderResult.Refunded;
import dev.sluice.application.order.RefundOrderResult.UnknownOrder;
import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.InMemoryCreditNoteRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.InMemoryMailer;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookDeliveryFilter;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEventType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Refunds from the request to the credit note in the buyer's mail. */
class RefundOrderTest {

    private final OrderDesk desk = new OrderDesk();
    private final InMemoryRepositories repositories = desk.repositories();
    private final InMemoryMailer mailer = new InMemoryMailer();
    private final Queue<RuntimeException> whileRendering = new ArrayDeque<>();
    private final List<CreditNote> rendered = new ArrayList<>();
    private final ManualEngine engine = desk.engine().with(handler());
    private final Product limited = desk.product(500, 5);
    private final OrderId id = completed("key");

    private DeliverCreditNote handler() {
        return new DeliverCreditNote(
                repositories.orders(),
                repositories.creditNotes(),
                new FileCreditNote(this::render, repositories.creditNoteDocuments()),
                new SendCreditNote(mailer, repositories.sentMails(), desk.clock()));
    }

    private PdfDocument render(CreditNote note) {
        rendered.add(note);
        RuntimeException failure = whileRendering.poll();
        if (failure != null) {
            throw failure;
        }
        return new InMemoryCreditNoteRenderer().render(note);
    }

    @Test
    void aCompletedOrderIsRefundedWithACreditNoteForItsWholeInvoice() {
        assertThat(refund(true)).isEqualTo(new Refunded(desk.order(id)));

        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(note().invoice())
                .isEqualTo(repositories.invoices().findByOrder(id).orElseThrow());
        assertThat(note().number().sequence()).isEqualTo(1);
        assertThat(note().issuedAt()).isEqualTo(OrderDesk.NOON);
        assertThat(note().reason()).isEqualTo("Bent");
    }

    @Test
    void theCreditNoteOfAnErasedBuyerIsFiledAndSentToNobody() {
        repositories.orders().erase(id, new UUID(0, 7));
        refund(true);
        engine.runDue();

        assertThat(repositories.creditNoteDocuments().findByOrder(id)).isPresent();
        assertThat(mailer.sent()).extracting(Email::id).doesNotContain(SendCreditNote.idOf(note().id()));
    }

    @Test
    void itsUnitsGoBackOnSaleIfTheyAreWantedBack() {
        refund(true);

        assertThat(desk.stockOf(limited)).isEqualTo(5);
        assertThat(note().restocked()).isTrue();
    }

    @Test
    void itsUnitsStaySoldOtherwise() {
        refund(false);

        assertThat(desk.stockOf(limited)).isEqualTo(3);
        assertThat(note().restocked()).isFalse();
    }

    @Test
    void aSecondRefundIsRefusedAndWritesNothing() {
        refund(true);
        Order before = desk.order(id);

        assertThat(refund(true)).isEqualTo(new NotCompleted(OrderStatus.REFUNDED));
        assertThat(desk.order(id)).isEqualTo(before);
        assertThat(desk.stockOf(limited)).isEqualTo(5);
        assertThat(engine.enqueued(DeliverCreditNote.TYPE)).hasSize(1);
    }

    @Test
    void onlyACompletedOrderIsRefunded() {
        OrderId queued = desk.placed(desk.command("other", item(limited, 1)));

        assertThat(refund(queued, Owner.operations())).isEqualTo(new NotCompleted(OrderStatus.QUEUED));
        assertThat(repositories.creditNotes().findByOrder(queued)).isEmpty();
    }

    @Test
    void toAStrangerTheOrderIsUnknown() {
        Owner stranger = new Owner.Seller(new CreatorId(new UUID(0, 1)));

        assertThat(refund(id, stranger)).isEqualTo(new UnknownOrder());
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void ofManyRefundsAtOnceOneTakesTheOrderBack() {
        List<RefundOrderResult> results = Concurrently.times(8, () -> refund(true));

        assertThat(results).filteredOn(Refunded.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(NotCompleted.class::isInstance).hasSize(7);
        assertThat(desk.stockOf(limited)).isEqualTo(5);
        assertThat(engine.enqueued(DeliverCreditNote.TYPE)).hasSize(1);
    }

    @Test
    void creditNotesOfASellerHaveNumbersWithoutGaps() {
        List<OrderId> orders = LongStream.rangeClosed(1, 12)
                .mapToObj(number -> completed("number-" + number, desk.product(100, null)))
                .toList();
        Iterator<OrderId> next = orders.iterator();

        Concurrently.times(12, () -> {
            OrderId order;
            synchronized (next) {
                order = next.next();
            }
            return refund(order, Owner.operations());
        });

        assertThat(orders)
                .map(order -> repositories
                        .creditNotes()
                        .findByOrder(order)
                        .orElseThrow()
                        .number()
                        .sequence())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void itsSellerIsToldOfIt() {
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(desk.creator().id(), WebhookEventType.ORDER_REFUNDED);
        repositories.webhookEndpoints().add(endpoint, RegisterEndpoint.MOST);

        refund(true);

        var filter = new WebhookDeliveryFilter(Owner.operations(), endpoint.id(), null);
        assertThat(repositories
                        .webhookDeliveries()
                        .list(filter, PageRequest.first(10))
                        .items())
                .singleElement()
                .satisfies(delivery -> {
                    assertThat(delivery.event().type()).isEqualTo(WebhookEventType.ORDER_REFUNDED);
                    assertThat(delivery.event().order()).isEqualTo(id);
                });
        assertThat(WebhookEventType.ORDER_REFUNDED.text()).isEqualTo("order.refunded");
    }

    @Test
    void theBuyerGetsOneEmailWithTheCreditNote() {
        refund(true);
        engine.runDue();

        Email email = onlyEmail();
        assertThat(email.id().value()).isEqualTo("credit-note." + note().id().value() + "@sluice");
        assertThat(email.to()).isEqualTo(desk.order(id).buyer());
        assertThat(email.subject()).isEqualTo("Your credit note CRN-000001 from Nordlicht Media GmbH");
        assertThat(email.text()).contains("CRN-000001", "INV-000001", id.value().toString());
        assertThat(email.attachments())
                .singleElement()
                .satisfies(attachment -> assertThat(
                                new String(attachment.document().bytes(), US_ASCII))
                        .contains("CRN-000001"));
        assertThat(repositories.creditNoteDocuments().findByOrder(id)).isPresent();
        assertThat(engine.job(new JobId(note().id().value()))).succeeded();
    }

    @Test
    void anotherAttemptSendsNoSecondEmailAndKeepsTheDocument() {
        whileRendering.add(new RetryableFailure("deliberate", new IllegalStateException()));
        refund(true);

        engine.runDue();
        assertThat(mailer.sent()).isEmpty();
        engine.runDueAfter(Duration.ofMinutes(1));

        assertThat(rendered).containsExactly(note(), note());
        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void whoeverIsErasedOnceTheCreditNoteIsFiledIsNotWrittenTo() throws InterruptedException {
        refund(true);
        repositories.creditNoteDocuments().storeIfAbsent(note().id(), new PdfDocument(new byte[] {1}));

        handler().handle(DeliverCreditNote.Payload.of(id), new ErasedMeanwhile(repositories, id));

        assertThat(desk.order(id).buyer().isErased()).isTrue();
        assertThat(mailer.sent()).isEmpty();
    }

    private OrderId completed(String key) {
        return completed(key, limited);
    }

    private OrderId completed(String key, Product product) {
        OrderId order = desk.placed(desk.command(key, item(product, 2)));
        Order started = desk.order(order).start(OrderDesk.NOON);
        repositories.transactions().run(() -> {
            repositories.orders().advance(started);
            new IssueInvoice(repositories.creators(), repositories.invoices(), desk.ids(), desk.clock())
                    .issue(List.of(started));
            repositories.orders().advance(started.complete(OrderDesk.NOON));
            desk.jobs().cancel(List.of(OrderQueue.jobOf(order)));
        });
        return order;
    }

    private RefundOrderResult refund(boolean restock) {
        return desk.refunding().refund(new RefundOrderCommand(id, Owner.operations(), "Bent", restock));
    }

    private RefundOrderResult refund(OrderId order, Owner owner) {
        return desk.refunding().refund(new RefundOrderCommand(order, owner, "", true));
    }

    private CreditNote note() {
        return repositories.creditNotes().findByOrder(id).orElseThrow();
    }

    private Email onlyEmail() {
        assertThat(mailer.sent()).hasSize(1);
        return mailer.sent().getFirst();
    }
}
