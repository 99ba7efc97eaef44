package dev.sluice.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiKeyTokenTest {

    private final ApiKeyToken token = SampleKeys.token();

    @Test
    void aKeyIsReadBackFromItsText() {
        assertThat(ApiKeyToken.parse(token.text())).contains(token);
    }

    @Test
    void aKeyBeginsWithThePrefixAndShowsItsId() {
        assertThat(token.text())
                .startsWith("sluice_" + token.id().value().toString().replace("-", "") + "_");
    }

    @Test
    void noTwoKeysHaveOneSecret() {
        assertThat(Stream.generate(SampleKeys::token).limit(100).map(ApiKeyToken::secret))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoKeyIsNotRead() {
        String text = token.text();

        assertThat(Stream.of(
                                "",
                                "sluice_",
                                text + "x",
                                text.substring(1) + "x",
                                "stripe_" + text.substring(7),
                                "sluice_" + "x".repeat(76),
                                text.replaceFirst("_", "-"))
                        .flatMap(wrong -> ApiKeyToken.parse(wrong).stream()))
                .isEmpty();
    }

    @Test
    void onlyTheSameSecretHasTheSameDigest() {
        assertThat(token.digest())
                .isEqualTo(ApiKeyToken.parse(token.text()).orElseThrow().digest());
        assertThat(token.digest()).isNotEqualTo(SampleKeys.token().digest());
    }

    @Test
    void theSecretStandsInNoLog() {
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(SampleKeys.key(token, Owner.operations(), null, Scope.JOBS).toString())
                .doesNotContain(token.secret());
    }
}
