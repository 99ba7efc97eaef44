package dev.sluice.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequesterTest {

    private final Requester requester = new Requester("address:192.0.2.7");

    @Test
    void itIsNamedElsewhereByADigest() {
        assertThat(requester.digest()).matches("[0-9a-f]{32}").isEqualTo(new Requester("address:192.0.2.7").digest());
        assertThat(new Requester("address:192.0.2.8").digest()).isNotEqualTo(requester.digest());
    }

    @Test
    void itDoesNotTellItsAddress() {
        assertThat(requester.toString()).doesNotContain("192.0.2.7");
    }
}
