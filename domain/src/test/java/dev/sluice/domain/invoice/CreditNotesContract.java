package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link CreditNotes} does. */
public interface CreditNotesContract {

    Repositories repositories();

    @Test
    default void aCreditNoteIsFoundAsItWasAdded() {
        CreditNote note = added();

        assertThat(notes().findByOrder(note.invoice().order())).contains(note);
    }

    @Test
    default void anOrderWithoutACreditNoteHasNone() {
        CreditNote note = SampleCreditNotes.first(repositories());

        assertThat(notes().findByOrder(note.invoice().order())).isEmpty();
    }

    @Test
    default void aCreditNoteDoesNotFollowLaterChangesOfItsSeller() {
        CreditNote note = added();
        var creator = repositories().creators().find(note.number().seller()).orElseThrow();

        repositories().creators().replace(creator.revised(SampleShop.details("Another name")));

        assertThat(notes().findByOrder(note.invoice().order())).contains(note);
    }

    @Test
    default void aSecondCreditNoteOfOneInvoiceIsRefused() {
        CreditNote note = added();
        CreditNote second = new CreditNote(
                new CreditNoteId(SampleShop.creator().id().value()),
                new CreditNoteNumber(note.number().seller(), 2),
                note.invoice(),
                note.issuedAt(),
                "",
                false);

        assertThatThrownBy(() -> add(second)).isInstanceOf(IllegalStateException.class);
        assertThat(notes().findByOrder(note.invoice().order())).contains(note);
    }

    @Test
    default void eachSellerCountsFromOneAndApartFromItsInvoices() {
        CreatorId first = seller();
        CreatorId second = seller();
        repositories().transactions().call(() -> repositories().invoices().allotNumber(first));

        assertThat(List.of(allot(first), allot(first), allot(second)))
                .containsExactly(
                        new CreditNoteNumber(first, 1),
                        new CreditNoteNumber(first, 2),
                        new CreditNoteNumber(second, 1));
    }

    @Test
    default void numbersAllottedAtOnceHaveNeitherGapsNorDoublesThoughSomeRollBack() {
        CreatorId seller = seller();
        AtomicInteger turn = new AtomicInteger();

        List<Optional<CreditNoteNumber>> numbers = Concurrently.times(
                25, () -> turn.incrementAndGet() % 5 == 0 ? allotInVain(seller) : Optional.of(allot(seller)));

        assertThat(numbers.stream().flatMap(Optional::stream).map(CreditNoteNumber::sequence))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
    }

    private CreditNotes notes() {
        return repositories().creditNotes();
    }

    private CreatorId seller() {
        return SampleSales.sale(repositories()).creator().id();
    }

    private CreditNote added() {
        CreditNote note = SampleCreditNotes.first(repositories());
        add(note);
        return note;
    }

    private void add(CreditNote note) {
        repositories().transactions().run(() -> notes().add(note));
    }

    private CreditNoteNumber allot(CreatorId seller) {
        return repositories().transactions().call(() -> notes().allotNumber(seller));
    }

    private Optional<CreditNoteNumber> allotInVain(CreatorId seller) {
        assertThatThrownBy(() -> repositories().transactions().run(() -> {
                    notes().allotNumber(seller);
                    throw new IllegalArgumentException("deliberate");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        return Optional.empty();
    }
}
