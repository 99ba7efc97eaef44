package dev.sluice.application.order;

import static dev.sluice.application.order.OrderDesk.item;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.invoice.FileInvoice;
import dev.sluice.application.invoice.IssueInvoice;
import dev.sluice.application.invoice.SendInvoice;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.application.job.testkit.TestedJob;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.invoice.InMemoryInvoiceRenderer;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.InMemoryMailer;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.transaction.Concurrently;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Orders and their jobs from placing to their end, with each step failing in turn. */
class ProcessOrderTest {

    private final OrderDesk desk = new OrderDesk();
    private final InMemoryRepositories repositories = desk.repositories();
    private final InMemoryMailer mailer = new InMemoryMailer();
    private final ForgetfulSentMails sentMails = new ForgetfulSentMails(repositories.sentMails());
    private final Queue<Runnable> whileRendering = new ArrayDeque<>();
    private final List<Invoice> rendered = new ArrayList<>();
    private final OrderFollowsJob follower =
            new OrderFollowsJob(repositories.orders(), repositories.products(), desk.announcing(), desk.clock());
    private final ManualEngine engine = desk.engine().with(handler()).with(follower);
    private final Product presets = desk.product(1999, null);
    private final Product limited = desk.product(500, 5);
    private final OrderId id = desk.placed(desk.command("key", item(presets, 1), item(limited, 2)));

    private ProcessOrder handler() {
        return new ProcessOrder(
                repositories.orders(),
                new IssueInvoice(repositories.creators(), repositories.invoices(), desk.ids(), desk.clock()),
                new FileInvoice(this::render, repositories.invoiceDocuments()),
                new SendInvoice(mailer, sentMails, desk.clock()),
                desk.clock());
    }

    private PdfDocument render(Invoice invoice) {
        rendered.add(invoice);
        Runnable meanwhile = whileRendering.poll();
        if (meanwhile != null) {
            meanwhile.run();
        }
        return new InMemoryInvoiceRenderer().render(invoice);
    }

    @Test
    void anOrderIsInvoicedFiledSentAndCompleted() {
        desk.clock().advance(Duration.ofSeconds(1));
        run();
        Order order = desk.order(id);
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.progress().startedAt()).isEqualTo(OrderDesk.NOON.plusSeconds(1));
        assertThat(order.progress().finishedAt()).isEqualTo(OrderDesk.NOON.plusSeconds(1));
        assertThat(job()).succeeded();
        assertThat(invoice().number().sequence()).isEqualTo(1);
        assertThat(invoice().contents()).isEqualTo(order.contents());
        assertThat(document()).startsWith("%PDF").contains("INV-000001");
    }

    @Test
    void whileItRunsTheOrderIsProcessingAndNoTransactionIsOpen() {
        List<String> seen = new ArrayList<>();
        whileRendering.add(() -> seen.add(
                desk.order(id).status() + " " + repositories.transactions().isOpen()));
        run();
        assertThat(seen).containsExactly("PROCESSING false");
    }

    @Test
    void theBuyerGetsOneEmailWithTheInvoice() {
        run();
        Email email = onlyEmail();
        assertThat(email.id().value()).isEqualTo("invoice." + invoice().id().value() + "@sluice");
        assertThat(email.to()).isEqualTo(desk.order(id).buyer());
        assertThat(email.subject()).isEqualTo("Your invoice INV-000001 from Nordlicht Media GmbH");
        assertThat(email.text())
                .contains("Hello Ada Lovelace,", "INV-000001", id.value().toString());
        assertThat(email.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.fileName()).isEqualTo("INV-000001.pdf");
            assertThat(new String(attachment.document().bytes(), US_ASCII)).isEqualTo(document());
        });
        assertThat(repositories.sentMails().contains(email.id())).isTrue();
    }

    @Test
    void invoiceNumbersOfASellerHaveNoGaps() {
        whileRendering.add(this::fail);
        List<OrderId> orders = new ArrayList<>(List.of(id));
        for (int number = 2; number <= 5; number++) {
            orders.add(desk.placed(desk.command("key" + number, item(presets, 1))));
        }
        run();
        runAfterBackoff();
        assertThat(orders)
                .map(order -> repositories
                        .invoices()
                        .findByOrder(order)
                        .orElseThrow()
                        .number()
                        .sequence())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void attemptsThatTakeTheirStepsTogetherKeepWhatIsTheirs() {
        OrderId other = desk.placed(desk.command("other", item(presets, 2)));
        OrderId invoiced = desk.placed(desk.command("invoiced", item(presets, 3)));
        OrderId erased = desk.placed(desk.command("erased", item(presets, 4)));
        OrderId unknown = new OrderId(new UUID(0, 1));
        Invoice before = issue(desk.order(invoiced));
        repositories.orders().erase(erased, new UUID(0, 7));
        ProcessOrder handler = handler();
        JobRun runs = new GatheredRuns(repositories.transactions(), 5, 3, 3);
        Queue<OrderId> orders = new ConcurrentLinkedQueue<>(List.of(unknown, invoiced, erased, other, id));

        assertThat(Concurrently.times(5, () -> handler.handle(ProcessOrder.Payload.of(orders.remove()), runs)))
                .containsExactlyInAnyOrder(
                        new JobOutcome.Retry("the order is not on record"),
                        new JobOutcome.Done(),
                        new JobOutcome.Abandon("the buyer is erased"),
                        new JobOutcome.Done(),
                        new JobOutcome.Done());

        assertThat(List.of(id, other, invoiced)).allSatisfy(order -> {
            Invoice invoice = repositories.invoices().findByOrder(order).orElseThrow();
            assertThat(invoice.contents()).isEqualTo(desk.order(order).contents());
            assertThat(document(order)).contains(invoice.number().text());
            assertThat(mailer.sent())
                    .filteredOn(email -> email.order().equals(order))
                    .singleElement()
                    .satisfies(email -> assertThat(email.subject())
                            .contains(invoice.number().text()));
        });
        assertThat(repositories.invoices().findByOrder(invoiced)).contains(before);
        assertThat(sentMails.sentAt(mailer.sent().stream().map(Email::id).toList()))
                .hasSize(3);
    }

    private Invoice issue(Order order) {
        IssueInvoice issuing =
                new IssueInvoice(repositories.creators(), repositories.invoices(), desk.ids(), desk.clock());
        repositories.transactions().run(() -> issuing.issue(List.of(order)));
        return repositories.invoices().findByOrder(order.id()).orElseThrow();
    }

    @Test
    void afterAFailureWhileRenderingTheNextAttemptKeepsTheInvoice() {
        whileRendering.add(this::fail);
        run();
        Invoice issued = invoice();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(job()).hasState(JobState.RETRYING);
        assertThat(mailer.sent()).isEmpty();
        runAfterBackoff();
        assertThat(invoice()).isEqualTo(issued);
        assertThat(rendered).containsExactly(issued, issued);
        assertCompletedWithOneEmail();
    }

    @Test
    void afterAFailureOfTheMailServerTheNextAttemptKeepsTheDocument() {
        mailer.failNext(outOfReach());
        run();
        assertThat(job()).hasErrors("out of reach");
        assertThat(document()).startsWith("%PDF");
        runAfterBackoff();
        assertThat(rendered).hasSize(1);
        assertCompletedWithOneEmail();
    }

    @Test
    void afterACrashBetweenTheEmailAndItsRecordItGoesOutOnceMoreUnderTheSameMessageId() {
        sentMails.failNext(new IllegalStateException("the process ends here"));
        run();
        assertThat(mailer.sent()).hasSize(1);
        runAfterBackoff();
        assertThat(mailer.sent()).hasSize(2).extracting(Email::id).containsOnly(messageId());
        assertThat(rendered).hasSize(1);
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void whileTheRecordIsOutOfReachTheEmailIsRecordedLaterAndNotSentAgain() {
        sentMails.failNext(outOfReach());
        run();
        assertCompletedWithOneEmail();
    }

    @Test
    void anEmailOnRecordIsNotSentAgain() {
        whileRendering.add(() -> {
            repositories
                    .invoiceDocuments()
                    .storeIfAbsent(invoice().id(), new InMemoryInvoiceRenderer().render(invoice()));
            sentMails.record(messageId(), Instant.EPOCH);
        });
        run();
        assertThat(mailer.sent()).isEmpty();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void onlyAnAttemptThatFindsTheDocumentFiledLooksForTheEmail() {
        mailer.failNext(outOfReach());
        run();
        assertThat(sentMails.looks()).isZero();
        runAfterBackoff();
        assertThat(sentMails.looks()).isEqualTo(1);
        assertCompletedWithOneEmail();
    }

    @Test
    void aDocumentThatAnotherAttemptFiledMeanwhileStays() {
        PdfDocument other = new PdfDocument(new byte[] {1, 2, 3});
        whileRendering.add(
                () -> repositories.invoiceDocuments().storeIfAbsent(invoice().id(), other));
        run();
        assertThat(repositories.invoiceDocuments().findByOrder(id)).contains(other);
        assertThat(onlyEmail().attachments().getFirst().document()).isEqualTo(other);
    }

    @Test
    void anAttemptStartsTheOrderAnew() {
        whileRendering.add(this::fail);
        run();
        runAfterBackoff();
        assertThat(desk.order(id).progress().startedAt()).isEqualTo(OrderDesk.NOON.plus(OrderDesk.BACKOFF));
    }

    @Test
    void afterItsLastAttemptTheJobIsDeadAndTheOrderFailed() {
        mailer.failNext(outOfReach());
        mailer.failNext(outOfReach());
        mailer.failNext(outOfReach());
        run();
        runAfterBackoff();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.PROCESSING);
        runAfterBackoff();
        assertThat(job()).died();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.FAILED);
        assertThat(desk.stockOf(limited)).isEqualTo(3);
    }

    @Test
    void aFinalFailureFailsTheOrderAtOnce() {
        mailer.failNext(new FinalFailure("the mailbox does not exist"));
        run();
        assertThat(job()).died().hasErrors("the mailbox does not exist");
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.FAILED);
    }

    @Test
    void aFailedOrderRetriedByHandIsQueuedAndCompletedUnderItsOldNumber() {
        mailer.failNext(new FinalFailure("refused"));
        run();
        Invoice issued = invoice();
        assertThat(engine.retry(job().id())).isTrue();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.QUEUED);
        run();
        assertThat(invoice()).isEqualTo(issued);
        assertCompletedWithOneEmail();
    }

    @Test
    void aFailedOrderWhoseBuyerIsErasedIsNeitherInvoicedNorSentWhenItIsRetried() {
        mailer.failNext(new FinalFailure("refused"));
        run();
        repositories.orders().erase(id, desk.ids().next());
        assertThat(engine.retry(job().id())).isTrue();
        run();
        runAfterBackoff();
        runAfterBackoff();
        assertThat(job()).died();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.FAILED);
        assertThat(mailer.sent()).isEmpty();
    }

    @Test
    void aCancelledOrderGivesItsUnitsBack() {
        assertThat(cancel()).isTrue();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.stockOf(limited)).isEqualTo(5);
        assertThat(desk.stockOf(presets)).isNull();
        run();
        assertThat(repositories.invoices().findByOrder(id)).isEmpty();
        assertThat(mailer.sent()).isEmpty();
    }

    @Test
    void anOrderCancelledWhileItIsProcessedIsNeitherFiledNorSent() {
        whileRendering.add(this::cancel);
        run();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(repositories.invoiceDocuments().findByOrder(id)).isEmpty();
        assertThat(mailer.sent()).isEmpty();
        assertThat(desk.stockOf(limited)).isEqualTo(5);
    }

    @Test
    void aCompletedOrderCannotBeCancelled() {
        run();
        assertThat(cancel()).isFalse();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(desk.stockOf(limited)).isEqualTo(3);
    }

    @Test
    void theOrderOfAnErasedBuyerIsGivenUpAndNobodyIsWrittenTo() {
        desk.repositories().orders().erase(id, new UUID(0, 7));
        run();
        assertThat(engine.job(OrderQueue.jobOf(id))).died().hasErrors("the buyer is erased");
        assertThat(mailer.sent()).isEmpty();
    }

    @Test
    void aJobWithoutItsOrderIsRetriedAndDiesAlone() {
        JobId orphan = engine.enqueue(ProcessOrder.TYPE, new ProcessOrder.Payload(new UUID(0, 1)));
        run();
        assertThat(engine.job(orphan)).hasState(JobState.RETRYING).hasErrors("the order is not on record");
        runAfterBackoff();
        runAfterBackoff();
        assertThat(engine.job(orphan)).died();
    }

    private static RetryableFailure outOfReach() {
        return new RetryableFailure("out of reach", new IllegalStateException());
    }

    private void run() {
        engine.runDue();
    }

    private void runAfterBackoff() {
        engine.runDueAfter(OrderDesk.BACKOFF);
    }

    private void fail() {
        throw outOfReach();
    }

    private boolean cancel() {
        return engine.cancel(job().id());
    }

    /** The job of the order. */
    private TestedJob job() {
        return engine.enqueued(ProcessOrder.TYPE).getFirst();
    }

    private Invoice invoice() {
        return repositories.invoices().findByOrder(id).orElseThrow();
    }

    private String document() {
        return document(id);
    }

    private String document(OrderId order) {
        PdfDocument document =
                repositories.invoiceDocuments().findByOrder(order).orElseThrow();
        return new String(document.bytes(), US_ASCII);
    }

    private Email onlyEmail() {
        assertThat(mailer.sent()).hasSize(1);
        return mailer.sent().getFirst();
    }

    private MessageId messageId() {
        return new MessageId("invoice." + invoice().id().value() + "@sluice");
    }

    private void assertCompletedWithOneEmail() {
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(job()).succeeded();
        assertThat(mailer.sent()).hasSize(1);
    }
}
