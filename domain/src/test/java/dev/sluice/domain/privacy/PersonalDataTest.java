package dev.sluice.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no mailbox ada.lovelace+shop@example.co.uk here | no mailbox *** here",
                "<jörg@bücher.example>: refused | <***>: refused",
                "call +49 30 1234567-89 | call ***",
                "call (030) 123 456 789 | call ***",
                "account DE89 3704 0044 0532 0130 00 is closed | account *** is closed",
                "account DE89370400440532013000 | account ***",
                "card 4111 1111 1111 1111 declined | card *** declined",
                "card 4111111111111111 | card ***"
            })
    void personalDataIsMasked(String text, String masked) {
        assertThat(PersonalData.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the database is out of reach",
                "order 01a20e37-1010-7383-af89-1ba946f63df4 failed",
                "java.lang.IllegalStateException at dev.sluice.Some.method(Some.java:123)",
                "at 2026-11-24T15:39:52.636Z, attempt 3 of 100",
                "the mail server did not take the e-mail: 451",
                "took 1234567 ms"
            })
    void otherTextStaysAsItIs(String text) {
        assertThat(PersonalData.masked(text)).isEqualTo(text);
    }
}
