package dev.sluice.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.SampleCreditNotes;
import dev.sluice.domain.invoice.SampleInvoices;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Has e-invoices checked by Mustang: the PDF by veraPDF as PDF/A-3, the XML by the rules of EN 16931. */
class FacturXTest {

    private static final InvoiceRenderer RENDERER = new OpenPdfInvoiceRenderer(new Layouts());

    private static final CreditNoteRenderer CREDIT_NOTES = new OpenPdfCreditNoteRenderer(new Layouts());

    static Stream<Invoice> invoices() {
        return Stream.of(
                        SampleInvoices.soldTo("DE", 1900, List.of(1_999L)),
                        SampleInvoices.soldTo("FI", 2550, List.of(1L, 13L, 13L, 13L, 99_999_999L)),
                        SampleInvoices.in(Language.GERMAN),
                        SampleInvoices.in(Language.FRENCH),
                        SampleInvoices.outsideTheUnion(Language.FRENCH),
                        SampleInvoices.withLines(50),
                        SampleInvoices.named("<Łąka> & \"Söhne\" ' a\u202Eb\u0000c\nd ]]> 山田"))
                .map(SampleInvoices::facturX);
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void isValidForMustang(Invoice invoice) {
        assertIsValid(invoice);
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void itsCreditNoteIsValidForMustang(Invoice invoice) {
        assertIsValid(CREDIT_NOTES.render(SampleCreditNotes.of(invoice)));
    }

    @Test
    void aCreditNoteIsOneByItsTypeAndNamesItsInvoice() {
        CreditNote note = SampleCreditNotes.of(SampleInvoices.facturX(SampleInvoices.sample()));

        assertThat(new String(CrossIndustryInvoice.of(note), StandardCharsets.UTF_8))
                .contains("<ram:TypeCode>381<", "<ram:ID>CRN-000007</ram:ID>", "20261202</udt:DateTimeString>")
                .contains("<ram:Content>The prints arrived bent.<", "<ram:GrandTotalAmount>1855.30<")
                .containsPattern(
                        "InvoiceReferencedDocument>\\s*<ram:IssuerAssignedID>INV-000042<(?s:.){1,200}20261104<");
        assertThat(DrawnInvoice.of(CREDIT_NOTES.render(note)).attachment(FacturX.FILE_NAME))
                .isEqualTo(CrossIndustryInvoice.of(note));
    }

    @Test
    void theCreditNoteOfAPlainInvoiceIsPlain() {
        CreditNote note = SampleCreditNotes.of(SampleInvoices.sample());

        assertThat(new String(CREDIT_NOTES.render(note).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(FacturX.FILE_NAME);
    }

    @Test
    void isValidWhateverThereIsToRound() {
        long seed = Long.getLong("sluice.seed", System.nanoTime());
        System.out.println("FacturXTest: seed " + seed);
        Random random = new Random(seed);
        List<Long> prices =
                IntStream.range(0, 40).mapToObj(line -> random.nextLong(10_000)).toList();
        assertIsValid(SampleInvoices.facturX(SampleInvoices.soldTo("FI", 2550, prices)));
    }

    @Test
    void theXmlSaysWhatThePdfSays() {
        Invoice invoice = SampleInvoices.facturX(SampleInvoices.sample());
        assertThat(xml(invoice))
                .contains("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>", "<ram:ID>INV-000042</ram:ID>")
                .contains("<ram:Name>Atelier Nordlicht GmbH</ram:Name>", "DE123456789</ram:ID>")
                .contains("<ram:Name>Zoë Brzęczyszczykiewicz</ram:Name>", "<ram:CountryID>PL</ram:CountryID>")
                .contains("20261104</udt:DateTimeString>", "20261103</udt:DateTimeString>")
                .contains("<ram:TaxBasisTotalAmount>1562.00<", "currencyID=\"EUR\">293.30<")
                .contains("<ram:GrandTotalAmount>1855.30<", "<ram:Description>Payable on receipt<");
    }

    @Test
    void theXmlSaysWhyThereIsNoTaxAndKeepsTheVatIdToItself() {
        assertThat(xml(SampleInvoices.facturX(SampleInvoices.outsideTheUnion())))
                .contains("<ram:CategoryCode>O<", "<ram:ExemptionReason>Outside the scope of EU VAT")
                .doesNotContain("DE123456789");
    }

    @Test
    void thePdfCarriesTheXml() {
        Invoice invoice = SampleInvoices.facturX(SampleInvoices.sample());
        DrawnInvoice drawn = DrawnInvoice.of(RENDERER.render(invoice));
        assertThat(drawn.attachment(FacturX.FILE_NAME)).isEqualTo(CrossIndustryInvoice.of(invoice));
        assertThat(drawn.text())
                .isEqualTo(DrawnInvoice.of(RENDERER.render(SampleInvoices.sample()))
                        .text());
    }

    @Test
    void drawnAgainItHasTheSameBytesInEveryTimeZone() {
        Invoice invoice = SampleInvoices.facturX(SampleInvoices.sample());
        byte[] expected = RENDERER.render(invoice).bytes();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(RENDERER.render(invoice).bytes()).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void manyThreadsWriteTheSameXml() {
        Invoice invoice = SampleInvoices.facturX(SampleInvoices.withLines(5));
        byte[] alone = CrossIndustryInvoice.of(invoice);
        assertThat(IntStream.range(0, 64).parallel().mapToObj(number -> CrossIndustryInvoice.of(invoice)))
                .allSatisfy(bytes -> assertThat(bytes).isEqualTo(alone));
    }

    @Test
    void anInvoiceThatLacksWhatTheNormAsksForStaysAPlainPdf() {
        Invoice yen = SampleInvoices.facturX(SampleInvoices.priced(Money.of(100, "JPY")));
        assertThat(RENDERER.render(yen).bytes())
                .isEqualTo(RENDERER.render(SampleInvoices.priced(Money.of(100, "JPY")))
                        .bytes());
    }

    private static String xml(Invoice invoice) {
        return new String(CrossIndustryInvoice.of(invoice), StandardCharsets.UTF_8);
    }

    private static void assertIsValid(Invoice invoice) {
        assertIsValid(RENDERER.render(invoice));
    }

    private static void assertIsValid(PdfDocument document) {
        ZUGFeRDValidator validator = new ZUGFeRDValidator();
        // The rules of XRechnung, a German subset, are not meant.
        validator.disableNotices();
        // Mustang's own recomputation fails on lines without a rate, which EN 16931 asks for; its rules recompute, too.
        validator.disableArithmeticCheck();
        String report = validator.validate(document.bytes(), "invoice.pdf");
        assertThat(validator.wasCompletelyValid()).as(report).isTrue();
        assertThat(report).contains("flavour=3b", "isCompliant=true", "urn:cen.eu:en16931:2017");
    }
}
