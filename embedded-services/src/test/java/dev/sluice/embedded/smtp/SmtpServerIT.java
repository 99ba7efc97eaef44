package dev.sluice.embedded.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpServerIT {
    @TempDir
    Path folder;

    @Test
    void anAcceptedMailIsThereAsAFileNamedAfterItsMessageId() throws Exception {
        try (var server = SmtpServer.start(SmtpOptions.defaults().withFolder(folder))) {
            send(server, "order-1@shop.example");

            assertThat(folder.resolve("order-1@shop.example.eml")).isRegularFile();
            var mail = server.mails().getFirst();
            assertThat(mail.message().getSubject()).isEqualTo("Your invoice");
            assertThat(new String(mail.eml(), StandardCharsets.UTF_8)).contains("Thank you");
        }
    }

    @Test
    void aMailForTwoIsKeptOnceAndAMailSentTwiceIsKeptTwice() throws Exception {
        try (var server = SmtpServer.start(SmtpOptions.defaults().withFolder(folder))) {
            send(server, "order-1@shop.example", "one@buyer.example", "two@buyer.example");
            assertThat(server.mails()).hasSize(1);

            send(server, "order-1@shop.example");
            assertThat(server.mails())
                    .extracting(ReceivedMail::file)
                    .contains(folder.resolve("order-1@shop.example-2.eml"));
        }
    }

    @Test
    void aRefusedMailIsNotKept() throws Exception {
        try (var server = SmtpServer.start()) {
            server.refuseNext(1);
            assertThatThrownBy(() -> send(server, "order-1@shop.example")).isInstanceOf(MessagingException.class);
            assertThat(server.mails()).isEmpty();

            send(server, "order-1@shop.example");
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aSlowServerOutlastsAnImpatientSender() {
        try (var server = SmtpServer.start()) {
            server.delay(Duration.ofSeconds(1));

            assertThatThrownBy(() -> send(server, "order-1@shop.example")).isInstanceOf(MessagingException.class);
        }
    }

    private static void send(SmtpServer server, String messageId, String... recipients) throws MessagingException {
        var mail = new FixedId(session(server), messageId);
        mail.setFrom("shop@shop.example");
        mail.setSubject("Your invoice");
        mail.setText("Thank you");
        mail.setRecipients(Message.RecipientType.TO, addresses(recipients));
        Transport.send(mail);
    }

    private static InternetAddress[] addresses(String... recipients) throws MessagingException {
        return InternetAddress.parse(recipients.length == 0 ? "one@buyer.example" : String.join(",", recipients));
    }

    private static Session session(SmtpServer server) {
        var properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.timeout", "500");
        return Session.getInstance(properties);
    }

    /** Keeps its Message-ID when it is sent. */
    private static final class FixedId extends MimeMessage {
        private final String id;

        FixedId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
