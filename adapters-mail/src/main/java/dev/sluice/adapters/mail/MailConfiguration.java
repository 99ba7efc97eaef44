package dev.sluice.adapters.mail;

import dev.sluice.domain.mail.Mailer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Provides the {@link Mailer} on top of the mail sender that Spring Boot sets up from {@code spring.mail.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailerProperties.class)
public class MailConfiguration {

    @Bean
    Mailer mailer(ObjectProvider<JavaMailSenderImpl> configured, MailerProperties properties) {
        JavaMailSenderImpl sender = configured.getIfAvailable(() -> {
            throw new IllegalArgumentException("spring.mail.host is not set: which mail server takes the e-mails?");
        });
        SmtpDefaults.fillIn(sender);
        SmtpDefaults.nameEncoder();
        return new SmtpMailer(
                sender, new MessageComposer(properties.sender()), new SmtpConnections(new SmtpConnector(sender)));
    }
}
