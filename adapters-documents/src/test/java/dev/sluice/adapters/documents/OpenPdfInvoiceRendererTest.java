package dev.sluice.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.InvoiceRendererContract;
import dev.sluice.domain.invoice.SampleInvoices;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.party.Country;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openpdf.text.pdf.BaseFont;

class OpenPdfInvoiceRendererTest implements InvoiceRendererContract {

    private static final BaseFont BUILT_IN = Typeface.builtIn().regular();
    private static final BaseFont EMBEDDED = Typeface.embedded().regular();

    private static final InvoiceRenderer RENDERER = new OpenPdfInvoiceRenderer(new Layouts());

    @Override
    public InvoiceRenderer renderer() {
        return RENDERER;
    }

    @Test
    void saysAllThatTheLawAsksFor() {
        assertThat(drawn(SampleInvoices.sample()).text())
                .contains("Atelier Nordlicht GmbH", "Hafenstraße 12", "20457 Hamburg", "Germany", "VAT ID DE123456789")
                .contains("Zoë Brzęczyszczykiewicz", "Poland")
                .contains("INV-000042", "4 November 2026", "3 November 2026")
                .contains("01930000-0000-7000-8000-0000000000b1")
                .contains("Field notes: a year on the coast (e-book)", "14.50", "7%")
                .contains("1,533.00", "291.27", "2.03")
                .contains("1,562.00", "293.30", "EUR 1,855.30")
                .contains("Page 1 of 1");
    }

    @Test
    void speaksGerman() {
        DrawnInvoice drawn = drawn(SampleInvoices.in(Language.GERMAN));
        assertThat(drawn.text())
                .contains(
                        "Rechnung",
                        "Rechnungssteller",
                        "Rechnungsempfänger",
                        "Deutschland",
                        "Polen",
                        "USt-IdNr. DE123456789")
                .contains("Rechnungsdatum", "4. November 2026", "Leistungsdatum", "Bestellnummer")
                .contains("Bezeichnung", "Menge", "Einzelpreis, EUR", "Nettobetrag, EUR", "14,50", "7 %")
                .contains("Steuersatz", "Bemessungsgrundlage", "Gesamtbetrag", "1.855,30 EUR")
                .contains("Seite 1 von 1");
        assertThat(drawn.metadata()).containsEntry("Title", "Rechnung INV-000042");
        assertThat(drawn.language()).isEqualTo("de");
    }

    @Test
    void speaksFrench() {
        DrawnInvoice drawn = drawn(SampleInvoices.in(Language.FRENCH));
        assertThat(drawn.text())
                .contains("Facture", "Émetteur", "Facturé à", "Allemagne", "Pologne", "N° de TVA DE123456789")
                .contains("Date d’émission", "4 novembre 2026", "Date de la prestation", "Référence de la commande")
                .contains("Désignation", "Quantité", "Prix unitaire HT, EUR", "Montant HT, EUR", "14,50", "7 %")
                .contains("Taux de TVA", "Base imposable", "Total TTC", "1 855,30 EUR")
                .contains("Page 1 sur 1");
        assertThat(drawn.metadata()).containsEntry("Title", "Facture INV-000042");
        assertThat(drawn.language()).isEqualTo("fr");
    }

    @ParameterizedTest
    @EnumSource
    void eitherTypefaceShowsAllThatALanguageBrings(Language language) {
        Writing writing = new Writing(language);
        Stream<String> words = Stream.of(Word.values()).map(word -> word.in(language));
        Stream<String> countries = Stream.of(Locale.getISOCountries()).map(code -> writing.country(new Country(code)));
        Stream<String> figures = Stream.of(
                writing.amountWithCurrency(Money.of(-123_456_789, "EUR")),
                writing.percent(new TaxRate(1950)),
                writing.date(LocalDate.of(2026, 8, 31)));
        assertThat(Stream.of(words, countries, figures).flatMap(texts -> texts))
                .allSatisfy(text -> assertThat(
                                List.of(PrintableText.isShown(text, BUILT_IN), PrintableText.isShown(text, EMBEDDED)))
                        .as(text)
                        .containsOnly(true));
    }

    @Test
    void eitherTypefaceShowsPlainTextAsItStands() {
        Stream<BaseFont> fonts = Stream.of(Typeface.builtIn(), Typeface.embedded())
                .flatMap(typeface -> Stream.of(typeface.regular(), typeface.bold()));
        assertThat(fonts)
                .allSatisfy(font -> assertThat(IntStream.rangeClosed(' ', '~')).allMatch(font::charExists));
    }

    @ParameterizedTest
    @EnumSource
    void printsTotalsAsTheLanguageWritesThem(Language language) {
        Writing writing = new Writing(language);
        for (String currency : List.of("JPY", "EUR", "KWD")) {
            Invoice invoice = SampleInvoices.priced(language, Money.of(1_234_567, currency));
            assertThat(drawn(invoice).text())
                    .contains(
                            spaced(writing.amountWithCurrency(invoice.contents().total())))
                    .contains(spaced(writing.amount(invoice.contents().tax())));
        }
    }

    @Test
    void saysWhyThereIsNoTax() {
        assertThat(drawn(SampleInvoices.outsideTheUnion()).text())
                .contains("Outside the scope of EU VAT", "Art. 59 of Directive 2006/112/EC")
                .contains("United States", "0%")
                .doesNotContain("VAT ID");
    }

    @Test
    void fitsAUsualInvoiceOnOnePage() {
        assertThat(drawn(SampleInvoices.sample()).pages()).isEqualTo(1);
    }

    @Test
    void flowsManyLinesOntoFurtherPagesWithTheTablesHead() {
        DrawnInvoice drawn = drawn(SampleInvoices.withLines(50));
        assertThat(drawn.pages()).isEqualTo(3);
        assertThat(IntStream.rangeClosed(1, 3))
                .allSatisfy(page -> assertThat(drawn.text(page))
                        .contains("Description", "Net amount, EUR", "Page " + page + " of 3"));
        assertThat(IntStream.rangeClosed(1, 50))
                .allSatisfy(line -> assertThat(drawn.text()).contains("Product " + line));
    }

    @Test
    void writesAsManyDecimalsAsTheCurrencyHas() {
        assertThat(drawn(SampleInvoices.priced(Money.of(1_234_567, "JPY"))).text())
                .contains("1,234,567", "246,913", "JPY 1,481,480")
                .doesNotContain("1,234,567.");
        assertThat(drawn(SampleInvoices.priced(Money.of(1_234_567, "KWD"))).text())
                .contains("1,234.567", "246.913", "KWD 1,481.480");
        assertThat(drawn(SampleInvoices.priced(Money.of(5, "EUR"))).text()).contains("0.05", "EUR 0.06");
    }

    @Test
    void writesTheLettersOfEveryOfficialLanguageOfTheUnion() {
        String name = "Łąka Řeřicha Őrség Šiļķe Żółć Ștefan Għawdex Ñandú Þór Βιβλίο Ъгъл";
        assertThat(drawn(SampleInvoices.named(name)).text()).contains(name);
    }

    @Test
    void carriesItsFontsOnlyIfReaderProgramsLackALetter() {
        assertThat(drawn(SampleInvoices.named("Zoë Müller-Œuvre, 20 €")).fonts())
                .containsExactlyInAnyOrder("Helvetica", "Helvetica-Bold");
        assertThat(drawn(SampleInvoices.named("Łąka")).fonts())
                .containsExactlyInAnyOrder("AAAAAA+LiberationSans", "AAAAAA+LiberationSans-Bold");
        assertThat(drawn(SampleInvoices.named("\ud800\udc41")).fonts()).contains("AAAAAA+LiberationSans-Bold");
    }

    @Test
    void showsABoxForEachCharacterThatTheFontLacks() {
        assertThat(drawn(SampleInvoices.named("山田 Inc.")).text()).contains("□□ Inc.");
    }

    @Test
    void leavesOutWhatCouldChangeHowTextReads() {
        assertThat(drawn(SampleInvoices.named("a\u202Eb\u0000c\nd")).text()).contains("abc d");
    }

    @Test
    void composesLettersFromTheirMarks() {
        assertThat(drawn(SampleInvoices.named("Zoe\u0308")).text()).contains("Zoë");
    }

    @Test
    void tellsReaderProgramsWhatItIs() {
        Map<String, String> metadata = drawn(SampleInvoices.sample()).metadata();
        assertThat(metadata)
                .containsEntry("Title", "Invoice INV-000042")
                .containsEntry("Author", "Atelier Nordlicht GmbH")
                .containsEntry("CreationDate", "D:20261104000000Z");
        assertThat(drawn(SampleInvoices.sample()).language()).isEqualTo("en");
    }

    @Test
    void doesNotDependOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        byte[] expected = RENDERER.render(SampleInvoices.sample()).bytes();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new OpenPdfInvoiceRenderer(new Layouts())
                            .render(SampleInvoices.sample())
                            .bytes())
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static DrawnInvoice drawn(Invoice invoice) {
        return DrawnInvoice.of(RENDERER.render(invoice));
    }
}
