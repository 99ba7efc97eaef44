package dev.sluice.adapters.mail;

import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Settings of the mail library that Sluice cannot do without, where {@code spring.mail.properties} says nothing else: by
 * its own defaults the library waits for ever.
 */
final class SmtpDefaults {

    private static final Map<String, String> VALUES = Map.of(
            "connectiontimeout", millis(Duration.ofSeconds(5)),
            "timeout", millis(Duration.ofSeconds(10)),
            "writetimeout", millis(Duration.ofSeconds(10)),
            // Who hangs up waits for nothing.
            "quitwait", "false");

    private SmtpDefaults() {}

    /** Names the part of the library that encodes mails: without it, each part of each mail searches all jars for one. */
    static void nameEncoder() {
        String wanted = StreamProvider.class.getName();
        if (System.getProperty(wanted) == null) {
            System.setProperty(wanted, MailStreamProvider.class.getName());
        }
    }

    static void fillIn(JavaMailSenderImpl sender) {
        String protocol = protocol(sender);
        Properties properties = sender.getJavaMailProperties();
        VALUES.forEach((name, value) -> properties.putIfAbsent("mail." + protocol + "." + name, value));
    }

    static String protocol(JavaMailSenderImpl sender) {
        return Objects.requireNonNullElse(sender.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
