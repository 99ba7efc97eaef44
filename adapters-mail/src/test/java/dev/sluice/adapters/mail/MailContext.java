package dev.sluice.adapters.mail;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts the adapter the way an app does. */
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@Import(MailConfiguration.class)
class MailContext {

    /** With an SMTP server on this port of loopback, and more settings, each {@code name=value}. */
    static ConfigurableApplicationContext on(int port, String... settings) {
        Stream<String> basics = Stream.of(
                "spring.mail.host=127.0.0.1", "spring.mail.port=" + port, "sluice.mail.from=Sluice <shop@example.com>");
        return new SpringApplicationBuilder(MailContext.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Stream.concat(basics, Arrays.stream(settings)).toArray(String[]::new))
                .run();
    }
}
