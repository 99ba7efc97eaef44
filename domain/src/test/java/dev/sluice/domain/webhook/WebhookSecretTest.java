package dev.sluice.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final WebhookSecret first = SampleWebhooks.secret();
    private final WebhookSecret second = SampleWebhooks.secret();

    @Test
    void itsTextIsAPrefixAndItsBytes() {
        assertThat(first.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(first.text().substring(6)))
                .isEqualTo(first.bytes())
                .hasSize(32);
    }

    @Test
    void printedItIsMasked() {
        String bytes = Base64.getEncoder().encodeToString(first.bytes());

        assertThat(first.toString()).isEqualTo("whsec_***");
        assertThat(WebhookSecrets.of(first).toString()).doesNotContain(bytes);
    }

    @Test
    void aShortOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret(new byte[31]));
    }

    @Test
    void theOneBeforeSignsTooUntilItsTimeIsOver() {
        WebhookSecrets rotated = WebhookSecrets.of(first).rotated(second, NOON.plus(Duration.ofDays(1)));

        assertThat(WebhookSecrets.of(first).signingAt(NOON)).containsExactly(first);
        assertThat(rotated.signingAt(NOON)).containsExactly(second, first);
        assertThat(rotated.signingAt(NOON.plus(Duration.ofDays(1)))).containsExactly(second);
    }

    @Test
    void ofThreeTheOldestIsGoneAtOnce() {
        WebhookSecret third = SampleWebhooks.secret();
        Instant tomorrow = NOON.plus(Duration.ofDays(1));

        assertThat(WebhookSecrets.of(first)
                        .rotated(second, tomorrow)
                        .rotated(third, tomorrow)
                        .signingAt(NOON))
                .containsExactly(third, second);
    }

    @Test
    void theUrlIsMaskedWhenPrinted() {
        assertThat(new WebhookUrl("https://hooks.example.com/secret").toString())
                .doesNotContain("example");
    }
}
