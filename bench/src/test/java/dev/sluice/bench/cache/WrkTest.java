package dev.sluice.bench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrkTest {

    private static final String RATE = "Requests/sec:  12345.67\nTransfer/sec:     61.20MB\n";

    @Test
    void itsRateIsWhatItSaysOfRequests() {
        assertThat(Wrk.rate("  1 threads and 256 connections\n" + RATE)).isEqualTo(12_345.67);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Non-2xx or 3xx responses: 1\n" + RATE, "Socket errors: timeout 1\n" + RATE})
    void aRateOfFailuresIsNone(String output) {
        assertThatIllegalStateException().isThrownBy(() -> Wrk.rate(output)).withMessageContaining(output);
    }
}
