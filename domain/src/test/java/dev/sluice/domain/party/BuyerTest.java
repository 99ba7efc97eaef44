package dev.sluice.domain.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuyerTest {

    @Test
    void allButTheCountryIsMaskedWhenABuyerIsPrinted() {
        Buyer buyer = new Buyer("Ada Lovelace", new EmailAddress("ada@example.org"), new Country("GB"));
        assertThat(buyer).hasToString("Buyer[***, GB]");
    }
}
