package dev.sluice.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.idempotency.IdempotencyClaim;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.idempotency.IdempotentRequest;
import dev.sluice.domain.idempotency.RequestFingerprint;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteId;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.invoice.SampleCreditNotes;
import dev.sluice.domain.invoice.SampleSales;
import dev.sluice.domain.invoice.SampleSales.Sale;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.repository.Repositories;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link PersonalRecords} does, wherever the data lies. Sample invoices are issued on 2026-03-02. */
public interface PersonalRecordsContract {

    Instant LATER = Instant.parse("2026-03-02T12:00:00Z");
    LocalDate AFTER_ISSUE = LocalDate.of(2026, 3, 3);
    EmailAddress EMAIL = new EmailAddress("ada@example.org");
    DataSubject SUBJECT = new DataSubject(Owner.operations(), EMAIL);

    Repositories repositories();

    @Test
    default void aPersonIsFoundByTheAddressInAnyCapitals() {
        Order order = sale().order();

        assertThat(ordersOf(new DataSubject(Owner.operations(), new EmailAddress("Ada@Example.ORG"))))
                .containsExactly(order.id());
        assertThat(ordersOf(new DataSubject(Owner.operations(), new EmailAddress("ad_@example.org"))))
                .isEmpty();
    }

    @Test
    default void aSellerFindsItsOwnBuyersOnly() {
        Sale sale = sale();
        Sale other = sale();

        assertThat(ordersOf(of(sale.creator().id())))
                .containsExactly(sale.order().id());
        assertThat(ordersOf(SUBJECT))
                .containsExactlyInAnyOrder(sale.order().id(), other.order().id());
    }

    @Test
    default void ordersComeInPagesFromTheNewestOn() {
        List<OrderId> ids =
                List.of(sale().order().id(), sale().order().id(), sale().order().id());

        var first = personal().orders(SUBJECT, PageRequest.first(2));
        var second = personal().orders(SUBJECT, new PageRequest(2, first.next()));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
        assertThat(ids).containsAll(first.items()).containsAll(second.items());
        assertThat(second.next()).isNull();
    }

    @Test
    default void aPaperTellsItsNumberItsBuyerAndWhenItWasMailed() {
        Sale sale = sale();
        Invoice invoice = invoiced(sale);
        OrderId order = sale.order().id();
        HeldPaper unsent = new HeldPaper(
                order,
                "invoice",
                invoice.number().text(),
                invoice.dates().issuedOn(),
                sale.order().buyer(),
                null,
                null);
        assertThat(personal().papers(List.of(order))).containsExactly(unsent);

        repositories().sentMails().record(MessageId.of("invoice", invoice.id().value()), LATER);

        assertThat(personal().papers(List.of(order)))
                .singleElement()
                .extracting(HeldPaper::mailedAt)
                .isEqualTo(LATER);
        assertThat(personal().papers(List.of(sale().order().id()))).isEmpty();
    }

    @Test
    default void aCreditNoteTellsItsReasonIfItHasOne() {
        CreditNote note = credited(invoiced(sale()));

        assertThat(personal().papers(List.of(note.invoice().order())))
                .extracting(HeldPaper::kind, HeldPaper::reason)
                .containsExactly(tuple("invoice", null), tuple("credit-note", note.reason()));

        CreditNote silent = credited(invoiced(sale()), "");

        assertThat(personal().papers(List.of(silent.invoice().order())))
                .extracting(HeldPaper::reason)
                .containsExactly(null, null);
    }

    @Test
    default void aReceiptTellsWhenItWasAskedForAndWhenItWasMailed() {
        OrderId order = sale().order().id();
        OrderId other = sale().order().id();
        Receipt first = new Receipt(new ReceiptId(new UUID(1, 1)), order, LATER);
        Receipt second = new Receipt(new ReceiptId(new UUID(1, 2)), order, LATER.plusSeconds(60));
        repositories().receipts().add(first);
        repositories().receipts().add(second);
        repositories().sentMails().record(MessageId.of("receipt", first.id().value()), LATER.plusSeconds(1));

        assertThat(personal().receipts(List.of(order, other)))
                .containsExactly(
                        new HeldReceipt(order, LATER, LATER.plusSeconds(1)),
                        new HeldReceipt(order, LATER.plusSeconds(60), null));
    }

    @Test
    default void anOrderIsUnderWayUntilItHasEnded() {
        Sale sale = sale();
        assertThat(personal().isUnderWay(SUBJECT)).isTrue();
        assertThat(personal().isUnderWay(of(new CreatorId(UUID.randomUUID())))).isFalse();

        ended(sale);

        assertThat(personal().isUnderWay(SUBJECT)).isFalse();
    }

    @Test
    default void anErasedOrderHasAPseudonymAndItsNextVersionAndIsNotFoundByTheAddress() {
        Order order = ended(sale());
        Erasure erasure = erasure(Owner.operations());

        assertThat(erase(SUBJECT, erasure, 10)).isEqualTo(1);

        Order erased = stored(order);
        assertThat(erased.buyer())
                .isEqualTo(new Buyer(
                        Buyer.ERASED,
                        EmailAddress.pseudonym(erasure.id()),
                        order.buyer().country(),
                        order.buyer().language()));
        assertThat(erased.buyer().isErased()).isTrue();
        assertThat(erased.version()).isEqualTo(order.version() + 1);
        assertThat(erased.contents()).isEqualTo(order.contents());
        assertThat(ordersOf(SUBJECT)).isEmpty();
        assertThat(erase(SUBJECT, erasure(Owner.operations()), 10)).isZero();
        assertThat(stored(order)).isEqualTo(erased);
    }

    @Test
    default void anErasureStopsAtItsLimitAtWhatIsUnderWayAndAtOtherSellers() {
        Order first = ended(sale());
        Order second = ended(sale());
        Order underWay = sale().order();

        assertThat(erase(of(second.creator()), erasure(new Owner.Seller(second.creator())), 10))
                .isEqualTo(1);
        assertThat(stored(first)).isEqualTo(first);
        ended(sale());
        Erasure erasure = erasure(Owner.operations());
        assertThat(erase(SUBJECT, erasure, 1)).isEqualTo(1);
        assertThat(erase(SUBJECT, erasure, 10)).isEqualTo(1);

        assertThat(stored(first).buyer().isErased()).isTrue();
        assertThat(stored(underWay)).isEqualTo(underWay);
    }

    @Test
    default void theKeyOfAnErasedOrderCountsAsUsedForSomethingElse() {
        Order order = ended(sale());
        IdempotencyKey key = new IdempotencyKey("operations", "place-order", "key");
        RequestFingerprint fingerprint = RequestFingerprint.of(List.of("ada@example.org"));
        claim(key, fingerprint, order.id().value());

        erase(SUBJECT, erasure(Owner.operations()), 10);

        assertThat(claim(key, fingerprint, UUID.randomUUID())).isInstanceOf(IdempotencyClaim.Reused.class);
    }

    @Test
    default void theInvoiceOfAnErasedBuyerIsKeptForItsTimeAndThenNamesNobody() {
        Sale sale = sale();
        Invoice invoice = invoiced(sale);
        ended(sale);
        erase(SUBJECT, erasure(Owner.operations()), 10);

        assertThat(forget(invoice.dates().issuedOn())).isZero();
        assertThat(repositories().invoices().findByOrder(invoice.order())).contains(invoice);
        assertThat(repositories().invoiceDocuments().findByOrder(invoice.order()))
                .isPresent();

        assertThat(forget(AFTER_ISSUE)).isEqualTo(1);
        Invoice forgotten =
                repositories().invoices().findByOrder(invoice.order()).orElseThrow();
        assertThat(forgotten.parties().buyer()).isEqualTo(stored(sale.order()).buyer());
        assertThat(forgotten.number()).isEqualTo(invoice.number());
        assertThat(forgotten.contents()).isEqualTo(invoice.contents());
        assertThat(repositories().invoiceDocuments().findByOrder(invoice.order()))
                .isEmpty();
        assertThat(forget(AFTER_ISSUE)).isZero();
    }

    @Test
    default void aCreditNoteIsAPaperToo() {
        Sale sale = sale();
        CreditNote note = credited(invoiced(sale));

        assertThat(personal().papers(List.of(sale.order().id())))
                .extracting(HeldPaper::kind, HeldPaper::number, HeldPaper::issuedOn, HeldPaper::buyer)
                .containsExactlyInAnyOrder(
                        tuple(
                                "invoice",
                                note.invoice().number().text(),
                                note.invoice().dates().issuedOn(),
                                sale.order().buyer()),
                        tuple(
                                "credit-note",
                                note.number().text(),
                                note.issuedOn(),
                                sale.order().buyer()));
    }

    @Test
    default void aCreditNoteKeepsItsInvoiceThoughItIsIssuedAfterTheErasure() {
        Sale sale = sale();
        Invoice invoice = invoiced(sale);
        ended(sale);
        erase(SUBJECT, erasure(Owner.operations()), 10);
        CreditNote note = credited(invoice);

        assertThat(forget(note.issuedOn())).isZero();
        assertThat(forget(note.issuedOn().plusDays(1))).isEqualTo(1);

        CreditNote forgotten =
                repositories().creditNotes().findByOrder(invoice.order()).orElseThrow();
        assertThat(forgotten.number()).isEqualTo(note.number());
        assertThat(forgotten.reason()).isEmpty();
        assertThat(forgotten.invoice().parties().buyer())
                .isEqualTo(stored(sale.order()).buyer());
        assertThat(repositories().creditNoteDocuments().findByOrder(invoice.order()))
                .isEmpty();
        assertThat(repositories().invoiceDocuments().findByOrder(invoice.order()))
                .isEmpty();
    }

    @Test
    default void theInvoiceOfWhoeverIsNotErasedStays() {
        Sale sale = sale();
        Invoice invoice = invoiced(sale);
        ended(sale);

        assertThat(forget(AFTER_ISSUE)).isZero();

        assertThat(repositories().invoices().findByOrder(invoice.order())).contains(invoice);
    }

    private PersonalRecords personal() {
        return repositories().personalRecords();
    }

    private List<OrderId> ordersOf(DataSubject subject) {
        return personal().orders(subject, PageRequest.first(10)).items();
    }

    private static DataSubject of(CreatorId seller) {
        return new DataSubject(new Owner.Seller(seller), EMAIL);
    }

    private static Erasure erasure(Owner owner) {
        return new Erasure(UUID.randomUUID(), owner, "key", LATER);
    }

    private int erase(DataSubject subject, Erasure erasure, int limit) {
        return repositories().transactions().call(() -> personal().erase(subject, erasure, limit));
    }

    private int forget(LocalDate issuedBefore) {
        return repositories().transactions().call(() -> personal().forgetPapers(issuedBefore, 10));
    }

    private IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint, UUID result) {
        return repositories()
                .transactions()
                .call(() -> repositories().idempotencyRecords().claim(new IdempotentRequest(key, fingerprint, result)));
    }

    private Sale sale() {
        return SampleSales.sale(repositories());
    }

    private Invoice invoiced(Sale sale) {
        return repositories().transactions().call(() -> {
            Invoice invoice = sale.invoice(
                    repositories().invoices().allotNumber(sale.creator().id()));
            repositories().invoices().add(invoice);
            repositories().invoiceDocuments().storeIfAbsent(invoice.id(), new PdfDocument(new byte[] {1}));
            return invoice;
        });
    }

    private CreditNote credited(Invoice invoice) {
        return credited(invoice, SampleCreditNotes.of(invoice).reason());
    }

    private CreditNote credited(Invoice invoice, String reason) {
        return repositories().transactions().call(() -> {
            CreditNote sample = SampleCreditNotes.of(invoice);
            CreditNote note = new CreditNote(
                    new CreditNoteId(UUID.randomUUID()),
                    repositories().creditNotes().allotNumber(invoice.number().seller()),
                    invoice,
                    sample.issuedAt(),
                    reason,
                    sample.restocked());
            repositories().creditNotes().add(note);
            repositories().creditNoteDocuments().storeIfAbsent(note.id(), new PdfDocument(new byte[] {2}));
            return note;
        });
    }

    private Order ended(Sale sale) {
        Order ended = sale.order().cancel(LATER);
        repositories().orders().advance(ended);
        return ended;
    }

    private Order stored(Order order) {
        return repositories().orders().find(order.id()).orElseThrow();
    }
}
