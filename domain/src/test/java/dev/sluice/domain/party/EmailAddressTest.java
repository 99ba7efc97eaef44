package dev.sluice.domain.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "a@b.co",
                "ada.lovelace+orders@mail.example.co.uk",
                "o'brien@example.ie",
                "x@xn--bcher-kva.example"
            })
    void ordinaryAddressesAreValid(String value) {
        assertThat(EmailAddress.isValid(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@localhost",
                "ada@@example.org",
                "ada@example..org",
                "ada@-example.org",
                "ada@example.org.",
                "ada @example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada\u0000@example.org",
                "Ada <ada@example.org>",
                "ada@example.org,eve@example.org"
            })
    void whatIsNoSingleAddressIsRefused(String value) {
        assertThat(EmailAddress.isValid(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress(value))
                .withMessage("not an e-mail address");
    }

    @Test
    void anAddressHas254CharactersAtMost() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "example";
        assertThat(EmailAddress.isValid("a".repeat(254 - domain.length() - 1) + "@" + domain))
                .isTrue();
        assertThat(EmailAddress.isValid("a".repeat(64) + "@" + "d.".repeat(95) + "de"))
                .isFalse();
    }

    @Test
    void theNameHas64CharactersAtMost() {
        assertThat(EmailAddress.isValid("a".repeat(64) + "@example.org")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(65) + "@example.org")).isFalse();
    }

    @Test
    void anAddressIsMaskedWhenItIsPrinted() {
        assertThat(new EmailAddress("ada@example.org")).hasToString("***@***");
    }
}
