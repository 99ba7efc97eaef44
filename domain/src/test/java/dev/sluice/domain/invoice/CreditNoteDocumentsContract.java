package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CreditNoteDocuments} does. */
public interface CreditNoteDocumentsContract {

    Repositories repositories();

    @Test
    default void theFirstDocumentIsFoundByteForByteAndStays() {
        CreditNote note = note();

        assertThat(documents().findByOrder(note.invoice().order())).isEmpty();
        assertThat(documents().storeIfAbsent(note.id(), document(1))).isTrue();
        assertThat(documents().storeIfAbsent(note.id(), document(2))).isFalse();

        assertThat(documents().findByOrder(note.invoice().order()).orElseThrow().bytes())
                .containsExactly(document(1).bytes());
    }

    @Test
    default void aDocumentIsThereForItsSellerAndForOperationsAlone() {
        CreditNote note = note();
        documents().storeIfAbsent(note.id(), document(1));
        Owner seller = new Owner.Seller(note.number().seller());
        Owner stranger = new Owner.Seller(new CreatorId(new UUID(0, 1)));

        assertThat(documents().findByOrder(note.invoice().order(), seller)).isPresent();
        assertThat(documents().findByOrder(note.invoice().order(), Owner.operations()))
                .isPresent();
        assertThat(documents().findByOrder(note.invoice().order(), stranger)).isEmpty();
    }

    @Test
    default void ofManyAtOnceOneIsStored() {
        CreditNote note = note();

        List<Boolean> stored = Concurrently.times(20, () -> documents().storeIfAbsent(note.id(), document(3)));

        assertThat(stored).containsOnlyOnce(true);
    }

    private CreditNoteDocuments documents() {
        return repositories().creditNoteDocuments();
    }

    private CreditNote note() {
        CreditNote note = SampleCreditNotes.first(repositories());
        repositories().transactions().run(() -> repositories().creditNotes().add(note));
        return note;
    }

    private static PdfDocument document(int content) {
        return new PdfDocument(new byte[] {'%', 'P', 'D', 'F', 0, -1, (byte) content});
    }
}
