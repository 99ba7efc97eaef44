package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.order.OrderContents;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditNoteTest {

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "EUR", "BHD"})
    void anInvoiceAndItsCreditNoteAddUpToNothing(String currency) {
        Invoice invoice = SampleInvoices.priced(Money.of(12_345, currency));
        OrderContents credited = SampleCreditNotes.of(invoice).contents();

        assertThat(credited.net().plus(invoice.contents().net())).isEqualTo(Money.of(0, currency));
        assertThat(credited.tax().plus(invoice.contents().tax())).isEqualTo(Money.of(0, currency));
        assertThat(credited.total().plus(invoice.contents().total())).isEqualTo(Money.of(0, currency));
    }

    @Test
    void eachLineAndEachTaxIsTakenBack() {
        Invoice invoice = SampleInvoices.sample();
        OrderContents credited = SampleCreditNotes.of(invoice).contents();

        assertThat(credited.lines()).hasSameSizeAs(invoice.contents().lines());
        assertThat(credited.lines())
                .allSatisfy(line -> assertThat(line.net().amountMinor()).isNegative());
        assertThat(credited.taxLines())
                .allSatisfy(line -> assertThat(line.tax().amountMinor()).isNegative());
        assertThat(credited.negated()).isEqualTo(invoice.contents());
    }

    @Test
    void aReasonIsNoLongerThanTheDocumentHasRoomFor() {
        CreditNote sample = SampleCreditNotes.of(SampleInvoices.sample());

        assertThat(because(sample, "é".repeat(199) + "\uD83C\uDF0A").reason()).hasSize(201);
        assertThatIllegalArgumentException().isThrownBy(() -> because(sample, "é".repeat(201)));
    }

    private static CreditNote because(CreditNote sample, String reason) {
        return new CreditNote(
                sample.id(), sample.number(), sample.invoice(), sample.issuedAt(), reason, sample.restocked());
    }

    @Test
    void itsDayIsThatOfUniversalTimeAndItsNumberHasAPrefixOfItsOwn() {
        CreditNote note = SampleCreditNotes.of(SampleInvoices.sample());

        assertThat(note.issuedOn()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(note.number().text()).isEqualTo("CRN-000007");
    }
}
