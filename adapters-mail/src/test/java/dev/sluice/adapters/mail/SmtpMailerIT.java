package dev.sluice.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.language.Language;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import dev.sluice.domain.mail.MailerContract;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.embedded.smtp.SmtpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SmtpMailerIT implements MailerContract {

    private final SmtpServer server = SmtpServer.start();
    private final ConfigurableApplicationContext context = MailContext.on(server.port());

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Override
    public Mailer mailer() {
        return context.getBean(Mailer.class);
    }

    @Override
    public List<Delivery> deliveries() {
        return server.mails().stream()
                .map(mail -> ArrivedMail.read(mail.message()))
                .toList();
    }

    @Override
    public void refuseNext() {
        server.refuseNext(1);
    }

    @Test
    void saysWhoSendsItAboutWhatInWhatLanguageAndThatAProgramWroteIt() throws MessagingException {
        mailer().send(email());
        MimeMessage message = server.mails().getFirst().message();
        assertThat(message.getHeader("From")).containsExactly("Sluice <shop@example.com>");
        assertThat(message.getHeader("Message-ID")).containsExactly("<invoice.7@sluice.example>");
        assertThat(message.getHeader("X-Entity-Ref-ID")).containsExactly("00000000-0000-0000-0000-000000000007");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("de");
    }

    @Test
    void writesTheBuyersNameBesideTheAddress() throws MessagingException {
        mailer().send(email());
        assertThat(server.mails().getFirst().message().getAllRecipients())
                .singleElement()
                .hasToString("=?UTF-8?Q?Zo=C3=AB?= <zoe@example.com>");
    }

    private static Email email() {
        return new Email(
                new MessageId("invoice.7@sluice.example"),
                new OrderId(new UUID(0, 7)),
                DATE,
                new Buyer("Zoë", new EmailAddress("zoe@example.com"), new Country("DE"), Language.GERMAN),
                "Hello",
                "Hello",
                List.of());
    }
}
