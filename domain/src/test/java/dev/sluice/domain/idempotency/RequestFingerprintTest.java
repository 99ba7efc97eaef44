package dev.sluice.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFingerprintTest {

    @Test
    void equalPartsHaveEqualFingerprints() {
        assertThat(RequestFingerprint.of(List.of("a", 1))).isEqualTo(RequestFingerprint.of(List.of("a", 1)));
    }

    @Test
    void aPartOrItsPlaceChangesTheFingerprint() {
        RequestFingerprint fingerprint = RequestFingerprint.of(List.of("a", "b"));
        assertThat(RequestFingerprint.of(List.of("a", "c"))).isNotEqualTo(fingerprint);
        assertThat(RequestFingerprint.of(List.of("b", "a"))).isNotEqualTo(fingerprint);
        assertThat(RequestFingerprint.of(List.of("a"))).isNotEqualTo(fingerprint);
    }

    @Test
    void partsCannotBeShiftedIntoEachOther() {
        assertThat(RequestFingerprint.of(List.of("ab", "c"))).isNotEqualTo(RequestFingerprint.of(List.of("a", "bc")));
        assertThat(RequestFingerprint.of(List.of("a1:b"))).isNotEqualTo(RequestFingerprint.of(List.of("a", "b")));
    }

    @Test
    void aFingerprintIsADigestThatKeepsNothingOfWhatWasSaid() {
        RequestFingerprint fingerprint = RequestFingerprint.of(List.of("ada@example.org"));
        assertThat(fingerprint.sha256()).matches("[0-9a-f]{64}");
    }
}
