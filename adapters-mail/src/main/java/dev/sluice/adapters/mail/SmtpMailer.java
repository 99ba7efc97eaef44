package dev.sluice.adapters.mail;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends e-mails through an SMTP server. */
final class SmtpMailer implements Mailer, AutoCloseable {

    private final JavaMailSender sender;
    private final MessageComposer composer;
    private final SmtpConnections connections;

    SmtpMailer(JavaMailSender sender, MessageComposer composer, SmtpConnections connections) {
        this.sender = sender;
        this.composer = composer;
        this.connections = connections;
    }

    @Override
    public void send(Email email) {
        MimeMessage message = composed(email);
        try {
            connections.send(message);
        } catch (MessagingException e) {
            throw SmtpFailures.classify(e);
        }
    }

    private MimeMessage composed(Email email) {
        try {
            MimeMessage message = sender.createMimeMessage();
            composer.compose(email, message);
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new FinalFailure(
                    "the e-mail cannot be composed: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
