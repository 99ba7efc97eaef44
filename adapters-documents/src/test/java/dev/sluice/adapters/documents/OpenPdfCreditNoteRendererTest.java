package dev.sluice.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.CreditNoteRendererContract;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.SampleCreditNotes;
import dev.sluice.domain.invoice.SampleInvoices;
import dev.sluice.domain.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenPdfCreditNoteRendererTest implements CreditNoteRendererContract {

    private static final OpenPdfCreditNoteRenderer RENDERER = new OpenPdfCreditNoteRenderer(new Layouts());

    @Override
    public CreditNoteRenderer renderer() {
        return RENDERER;
    }

    @Test
    void saysWhichInvoiceItTakesBackAndWhy() {
        assertThat(drawn(SampleInvoices.sample()).text())
                .contains("Credit note", "CRN-000007", "2 December 2026")
                .contains("INV-000042 of 4 November 2026")
                .contains("The prints arrived bent.")
                .contains("Atelier Nordlicht GmbH", "Zoë Brzęczyszczykiewicz");
    }

    @Test
    void takesAllAmountsBack() {
        assertThat(drawn(SampleInvoices.sample()).text())
                .contains("-29.00", "-14.50", "-1,249.00", "-85.00")
                .doesNotContainPattern("EUR \\d");
    }

    @Test
    void keepsTheLegalRemark() {
        assertThat(drawn(SampleInvoices.outsideTheUnion()).text()).contains("Outside the scope of EU VAT");
    }

    @ParameterizedTest
    @CsvSource({
        "GERMAN, Stornorechnung, INV-000042 vom 4. November 2026",
        "FRENCH, Avoir, INV-000042 du 4 novembre 2026"
    })
    void isWrittenInTheBuyersLanguage(Language language, String title, String credited) {
        DrawnInvoice drawn = drawn(SampleInvoices.in(language));
        assertThat(drawn.text()).contains(title, credited);
        assertThat(drawn.metadata()).containsEntry("Title", title + " CRN-000007");
    }

    @Test
    void tellsReaderProgramsWhatItIs() {
        assertThat(drawn(SampleInvoices.sample()).metadata())
                .containsEntry("Title", "Credit note CRN-000007")
                .containsEntry("Author", "Atelier Nordlicht GmbH")
                .containsEntry("CreationDate", "D:20261202000000Z");
    }

    private static DrawnInvoice drawn(Invoice invoice) {
        return DrawnInvoice.of(RENDERER.render(SampleCreditNotes.of(invoice)));
    }
}
