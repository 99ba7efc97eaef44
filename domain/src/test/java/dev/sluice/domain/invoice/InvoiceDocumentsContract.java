package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.SampleSales.Sale;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link InvoiceDocuments} does. */
public interface InvoiceDocumentsContract {

    Repositories repositories();

    @Test
    default void aDocumentIsFoundByteForByte() {
        Invoice invoice = invoice();

        assertThat(documents().storeIfAbsent(invoice.id(), document(1))).isTrue();

        assertThat(stored(invoice)).containsExactly(document(1).bytes());
    }

    @Test
    default void anInvoiceMayHaveNoDocumentYet() {
        Invoice invoice = invoice();
        assertThat(documents().findByOrder(invoice.order())).isEmpty();
        assertThat(documents().exists(invoice.order(), Owner.operations())).isFalse();
    }

    @Test
    default void aDocumentIsThereForItsSellerAndForOperationsAlone() {
        Invoice invoice = invoice();
        documents().storeIfAbsent(invoice.id(), document(1));
        Owner seller = new Owner.Seller(invoice.number().seller());
        Owner stranger = new Owner.Seller(new CreatorId(new UUID(0, 1)));

        assertThat(documents().findByOrder(invoice.order(), seller)).isPresent();
        assertThat(documents().findByOrder(invoice.order(), Owner.operations())).isPresent();
        assertThat(documents().findByOrder(invoice.order(), stranger)).isEmpty();
        assertThat(documents().exists(invoice.order(), seller)).isTrue();
        assertThat(documents().exists(invoice.order(), Owner.operations())).isTrue();
        assertThat(documents().exists(invoice.order(), stranger)).isFalse();
    }

    @Test
    default void theFirstDocumentStays() {
        Invoice invoice = invoice();
        documents().storeIfAbsent(invoice.id(), document(1));

        assertThat(documents().storeIfAbsent(invoice.id(), document(2))).isFalse();

        assertThat(stored(invoice)).containsExactly(document(1).bytes());
    }

    @Test
    default void ofManyTogetherThoseAreStoredThatAreTheFirst() {
        Invoice stored = invoice();
        Invoice fresh = invoice();
        documents().storeIfAbsent(stored.id(), document(1));

        assertThat(documents().storeAllIfAbsent(Map.of(stored.id(), document(2), fresh.id(), document(3))))
                .containsExactly(fresh.id());

        assertThat(stored(stored)).containsExactly(document(1).bytes());
        assertThat(stored(fresh)).containsExactly(document(3).bytes());
    }

    @Test
    default void ofManyAtOnceOneIsStored() {
        Invoice invoice = invoice();

        List<Boolean> stored = Concurrently.times(20, () -> documents().storeIfAbsent(invoice.id(), document(3)));

        assertThat(stored).containsOnlyOnce(true);
    }

    private InvoiceDocuments documents() {
        return repositories().invoiceDocuments();
    }

    private Invoice invoice() {
        Sale sale = SampleSales.sale(repositories());
        Invoice invoice = sale.invoice(new InvoiceNumber(sale.creator().id(), 1));
        repositories().transactions().run(() -> repositories().invoices().add(invoice));
        return invoice;
    }

    private byte[] stored(Invoice invoice) {
        return documents().findByOrder(invoice.order()).orElseThrow().bytes();
    }

    private static PdfDocument document(int content) {
        return new PdfDocument(new byte[] {'%', 'P', 'D', 'F', 0, -1, (byte) content});
    }
}
