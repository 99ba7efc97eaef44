package dev.sluice.adapters.mail;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends e-mails through an SMTP server, each over a connection of its own. */
final class SmtpMailer implements Mailer {

    private final JavaMailSender sender;
    private final MessageComposer composer;

    SmtpMailer(JavaMailSender sender, MessageComposer composer) {
        this.sender = sender;
        this.composer = composer;
    }

    @Override
    public void send(Email email) {
        MimeMessage message = composed(email);
        try {
            sender.send(message);
        } catch (MailSendException e) {
            throwUnlessAccepted(e);
        } catch (MailException e) {
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

    /** When no message failed, only the connection's end did: the server has the e-mail. */
    private static void throwUnlessAccepted(MailSendException e) {
        if (e.getMessageExceptions().length > 0) {
            throw SmtpFailures.classify(e.getMessageExceptions()[0]);
        }
    }
}
