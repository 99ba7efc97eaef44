package dev.sluice.adapters.mail;

import dev.sluice.domain.mail.Mailer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Provides the {@link Mailer} on top of the mail sender that Spring Boot sets up from {@code spring.mail.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailerProperties.class)
public class MailConfiguration {

    @Bean
    Mailer mailer(JavaMailSenderImpl sender, MailerProperties properties) {
        SmtpDefaults.fillIn(sender);
        return new SmtpMailer(sender, new MessageComposer(properties.sender()));
    }
}
