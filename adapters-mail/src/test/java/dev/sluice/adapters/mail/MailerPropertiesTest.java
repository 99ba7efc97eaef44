package dev.sluice.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailerPropertiesTest {

    @Test
    void theSenderHasNoDefault() {
        assertThatThrownBy(() -> bind(Map.of()))
                .hasRootCauseMessage("sluice.mail.from must be one e-mail address such as shop@example.com");
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bind(Map.of("sluice.mail.from", "Sluice <shop@example.com>")))
                .isEqualTo(new MailerProperties("Sluice <shop@example.com>"));
    }

    @Test
    void theSenderMayHaveAName() {
        assertThat(new MailerProperties("Sluice <shop@example.com>").sender())
                .extracting("address", "personal")
                .containsExactly("shop@example.com", "Sluice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop", "shop@", "a@example.com, b@example.com", "shop@example.com\r\nBcc: eve@example.com"})
    void theSenderIsOneAddress(String from) {
        assertThatThrownBy(() -> new MailerProperties(from)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MailerProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.mail", MailerProperties.class);
    }
}
