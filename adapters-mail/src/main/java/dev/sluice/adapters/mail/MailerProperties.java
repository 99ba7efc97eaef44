package dev.sluice.adapters.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who sends the e-mails.
 *
 * @param from the sender's address, with or without a name: {@code Sluice <shop@example.com>}; required
 */
@ConfigurationProperties("sluice.mail")
record MailerProperties(@DefaultValue("") String from) {

    MailerProperties {
        parsed(from);
    }

    InternetAddress sender() {
        return parsed(from);
    }

    private static InternetAddress parsed(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("sluice.mail.from must be one e-mail address such as shop@example.com");
        }
    }
}
