package dev.sluice.adapters.persistence.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.SampleInvoices;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.party.InvoiceFormat;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrozenInvoicesTest {

    @Test
    void whatWasFrozenBeforeThereWereLanguagesAndEInvoicesIsAPlainPdfInEnglish() {
        FrozenInvoice frozen = FrozenInvoices.read(JSONB.jsonb("""
                {"format": 1, "suppliedOn": "2026-03-01", "currency": "EUR", "note": "",
                 "seller": {"legalName": "Nordlicht GmbH", "street": "Hafen 7", "postalCode": "20457",
                    "city": "Hamburg", "country": "DE", "vatId": null},
                 "buyer": {"name": "Ada", "email": "ada@example.org", "country": "DE"},
                 "lines": [{"product": "01930000-0000-7000-8000-0000000000a1", "title": "Poster",
                    "unitPriceMinor": 100, "quantity": 1, "taxBasisPoints": 1900}],
                 "taxes": [{"basisPoints": 1900, "taxableMinor": 100, "taxMinor": 19}]}
                """));

        assertThat(frozen.parties().buyer().language()).isEqualTo(Language.ENGLISH);
        assertThat(frozen.parties().seller().invoiceFormat()).isEqualTo(InvoiceFormat.PDF);
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceKeepsItsLanguageAndItsFormat(Language language) {
        Invoice invoice = SampleInvoices.facturX(SampleInvoices.in(language));

        FrozenInvoice frozen = FrozenInvoices.read(JSONB.jsonb(FrozenInvoices.write(invoice)));

        assertThat(frozen.parties()).isEqualTo(invoice.parties());
        assertThat(frozen.note()).isEqualTo(invoice.note());
    }
}
