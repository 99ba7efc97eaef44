package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.invoice.SampleSales.Sale;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Invoices} does. */
public interface InvoicesContract {

    Repositories repositories();

    @Test
    default void anInvoiceIsFoundAsItWasAdded() {
        Sale sale = sale();

        Invoice invoice = issue(sale);

        assertThat(invoices().findByOrder(sale.order().id())).contains(invoice);
    }

    @Test
    default void anOrderWithoutAnInvoiceHasNone() {
        assertThat(invoices().findByOrder(sale().order().id())).isEmpty();
    }

    @Test
    default void anInvoiceDoesNotFollowLaterChangesOfItsSeller() {
        Sale sale = sale();
        Invoice invoice = issue(sale);

        repositories().creators().replace(sale.creator().revised(SampleShop.details("Another name")));

        assertThat(invoices().findByOrder(sale.order().id())).contains(invoice);
    }

    @Test
    default void aSecondInvoiceOfOneOrderIsRefused() {
        Sale sale = sale();
        Invoice invoice = issue(sale);

        assertThatThrownBy(() -> issue(sale)).isInstanceOf(IllegalStateException.class);

        assertThat(invoices().findByOrder(sale.order().id())).contains(invoice);
    }

    @Test
    default void eachSellerCountsFromOne() {
        CreatorId first = sale().creator().id();
        CreatorId second = sale().creator().id();

        assertThat(List.of(allot(first), allot(first), allot(second)))
                .containsExactly(
                        new InvoiceNumber(first, 1), new InvoiceNumber(first, 2), new InvoiceNumber(second, 1));
    }

    @Test
    default void numbersAllottedTogetherGoOnFromTheLastOfEachSeller() {
        CreatorId first = sale().creator().id();
        CreatorId second = sale().creator().id();
        allot(first);

        assertThat(repositories().transactions().call(() -> invoices().allotNumbers(List.of(second, first, second))))
                .containsExactly(
                        new InvoiceNumber(second, 1), new InvoiceNumber(first, 2), new InvoiceNumber(second, 2));
    }

    @Test
    default void invoicesAddedTogetherAreFoundTogether() {
        Sale first = sale();
        Sale second = sale();
        List<Invoice> added = Stream.of(first, second)
                .map(sale -> sale.invoice(new InvoiceNumber(sale.creator().id(), 1)))
                .toList();

        repositories().transactions().run(() -> invoices().addAll(added));

        OrderId without = sale().order().id();
        assertThat(invoices()
                        .findByOrders(List.of(
                                first.order().id(), without, second.order().id())))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    default void ofInvoicesAddedTogetherNoneStaysIfOneIsRefused() {
        Sale invoiced = sale();
        Invoice invoice = issue(invoiced);
        Sale fresh = sale();

        assertThatThrownBy(() -> repositories()
                        .transactions()
                        .run(() -> invoices()
                                .addAll(List.of(
                                        fresh.invoice(new InvoiceNumber(
                                                fresh.creator().id(), 1)),
                                        invoiced.invoice(new InvoiceNumber(
                                                invoiced.creator().id(), 2))))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(invoices().findByOrder(fresh.order().id())).isEmpty();
        assertThat(invoices().findByOrder(invoiced.order().id())).contains(invoice);
    }

    @Test
    default void aNumberWhoseTransactionRolledBackIsAllottedAgain() {
        CreatorId seller = sale().creator().id();
        allot(seller);

        assertThatThrownBy(() -> allotAndFail(seller)).isInstanceOf(IllegalArgumentException.class);

        assertThat(allot(seller)).isEqualTo(new InvoiceNumber(seller, 2));
    }

    @Test
    default void groupsThatWantTheSameSellersDoNotWaitForEachOtherInACircle() {
        List<CreatorId> many =
                Stream.generate(() -> sale().creator().id()).limit(40).toList();
        List<CreatorId> few = many.subList(0, 8);
        AtomicInteger turn = new AtomicInteger();

        List<List<InvoiceNumber>> numbers = Concurrently.times(
                40,
                () -> repositories()
                        .transactions()
                        .call(() -> invoices().allotNumbers(turn.incrementAndGet() % 2 == 0 ? few : many)));

        assertThat(numbers.stream().flatMap(List::stream))
                .filteredOn(number -> few.contains(number.seller()))
                .doesNotHaveDuplicates()
                .hasSize(40 * 8);
    }

    @Test
    default void numbersAllottedAtOnceHaveNeitherGapsNorDoublesThoughSomeRollBack() {
        CreatorId seller = sale().creator().id();
        AtomicInteger turn = new AtomicInteger();

        List<Optional<InvoiceNumber>> numbers = Concurrently.times(
                25, () -> turn.incrementAndGet() % 5 == 0 ? allotInVain(seller) : Optional.of(allot(seller)));

        assertThat(numbers.stream().flatMap(Optional::stream).map(InvoiceNumber::sequence))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
    }

    private Invoices invoices() {
        return repositories().invoices();
    }

    private Sale sale() {
        return SampleSales.sale(repositories());
    }

    private Invoice issue(Sale sale) {
        return repositories().transactions().call(() -> {
            Invoice invoice = sale.invoice(invoices().allotNumber(sale.creator().id()));
            invoices().add(invoice);
            return invoice;
        });
    }

    private InvoiceNumber allot(CreatorId seller) {
        return repositories().transactions().call(() -> invoices().allotNumber(seller));
    }

    private Optional<InvoiceNumber> allotInVain(CreatorId seller) {
        assertThatThrownBy(() -> allotAndFail(seller)).isInstanceOf(IllegalArgumentException.class);
        return Optional.empty();
    }

    private void allotAndFail(CreatorId seller) {
        repositories().transactions().run(() -> {
            invoices().allotNumber(seller);
            throw new IllegalArgumentException("deliberate");
        });
    }
}
