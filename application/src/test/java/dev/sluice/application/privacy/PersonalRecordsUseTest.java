package dev.sluice.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.invoice.SampleSales;
import dev.sluice.domain.invoice.SampleSales.Sale;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.privacy.DataSubject;
import dev.sluice.domain.privacy.HeldOrder;
import dev.sluice.domain.privacy.HeldPaper;
import dev.sluice.domain.privacy.HeldReceipt;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonalRecordsUseTest {

    private static final DataSubject SUBJECT = new DataSubject(Owner.operations(), new EmailAddress("ada@example.org"));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-12-31T23:59:59Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final ErasePersonalData erasing =
            new ErasePersonalData(repositories.transactions(), repositories.personalRecords(), new Ids(clock), clock);
    private final ExportPersonalData exporting =
            new ExportPersonalData(repositories.transactions(), repositories.personalRecords(), repositories.orders());

    @Test
    void anExportHoldsOrdersWithTheirPapersAndReceipts() {
        Sale sale = SampleSales.sale(repositories);
        Invoice invoice = invoiced(sale);
        repositories.receipts().add(new Receipt(new ReceiptId(new UUID(1, 1)), invoice.order(), clock.instant()));

        List<HeldOrder> held = exporting.export(SUBJECT, PageRequest.first(10)).items();

        assertThat(held).singleElement().satisfies(order -> {
            assertThat(order.order()).isEqualTo(sale.order());
            assertThat(order.papers())
                    .extracting(HeldPaper::number)
                    .containsExactly(invoice.number().text());
            assertThat(order.receipts()).containsExactly(new HeldReceipt(invoice.order(), clock.instant(), null));
        });
    }

    @Test
    void whileAnOrderIsUnderWayNothingIsErased() {
        Order ended = ended(SampleSales.sale(repositories));
        SampleSales.sale(repositories);

        assertThat(erasing.erase(SUBJECT, "key")).isEqualTo(new ErasePersonalData.UnderWay());

        assertThat(repositories.orders().find(ended.id())).contains(ended);
    }

    @Test
    void allOrdersAreErasedHoweverManyAndASecondTimeAnswersTheSame() {
        IntStream.range(0, 501).forEach(number -> ended(SampleSales.sale(repositories)));

        assertThat(erasing.erase(SUBJECT, "key")).isEqualTo(new ErasePersonalData.Erased());
        assertThat(erasing.erase(SUBJECT, "key")).isEqualTo(new ErasePersonalData.Erased());

        assertThat(repositories.orders().all())
                .hasSize(501)
                .allMatch(order -> order.buyer().isErased());
    }

    @Test
    void papersAreKeptToTheEndOfTheLastYearAndNoLonger() {
        Sale sale = SampleSales.sale(repositories);
        Invoice invoice = invoiced(sale);
        ended(sale);
        erasing.erase(SUBJECT, "key");
        ForgetPapers forgetting =
                new ForgetPapers(repositories.transactions(), repositories.personalRecords(), 10, clock);

        waitUntil("2036-12-31T23:59:59Z");
        forgetting.runOnce();
        assertThat(repositories.invoices().findByOrder(invoice.order())).contains(invoice);

        waitUntil("2037-01-01T00:00:00Z");
        assertThat(forgetting.runOnce()).isFalse();
        assertThat(repositories
                        .invoices()
                        .findByOrder(invoice.order())
                        .orElseThrow()
                        .parties()
                        .buyer()
                        .isErased())
                .isTrue();
    }

    @Test
    void papersAreKeptForAYearAtLeast() {
        assertThatThrownBy(
                        () -> new ForgetPapers(repositories.transactions(), repositories.personalRecords(), 0, clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Invoice invoiced(Sale sale) {
        return repositories.transactions().call(() -> {
            Invoice invoice = sale.invoice(
                    repositories.invoices().allotNumber(sale.creator().id()));
            repositories.invoices().add(invoice);
            return invoice;
        });
    }

    private Order ended(Sale sale) {
        Order ended = sale.order().cancel(clock.instant());
        repositories.orders().advance(ended);
        return ended;
    }

    private void waitUntil(String time) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
    }
}
