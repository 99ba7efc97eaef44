package dev.sluice.adapters.persistence.mail;

import dev.sluice.domain.mail.SentMails;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The record of sent e-mails. */
@Configuration(proxyBeanMethods = false)
public class MailRecordConfiguration {

    @Bean
    SentMails sentMails(DSLContext database) {
        return new JooqSentMails(database);
    }
}
