package dev.sluice.adapters.mail;

import dev.sluice.domain.mail.Attachment;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.party.Buyer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Turns an {@link Email} into a MIME message. */
final class MessageComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final InternetAddress from;

    MessageComposer(InternetAddress from) {
        this.from = from;
    }

    /** Fills a blank message, which is ready to be sent then. */
    void compose(Email email, MimeMessage message) throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, mode(email), UTF_8);
        helper.setFrom(from);
        helper.setTo(address(email.to()));
        helper.setSentDate(Date.from(email.date()));
        helper.setSubject(HeaderText.of(email.subject()));
        helper.setText(email.text());
        for (Attachment attachment : email.attachments()) {
            attach(attachment, helper);
        }
        // Before the header that it would overwrite.
        message.saveChanges();
        message.setHeader("Message-ID", "<" + email.id().value() + ">");
        message.setHeader("X-Entity-Ref-ID", email.order().value().toString());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", email.to().language().tag());
    }

    private static int mode(Email email) {
        return email.attachments().isEmpty()
                ? MimeMessageHelper.MULTIPART_MODE_NO
                : MimeMessageHelper.MULTIPART_MODE_MIXED;
    }

    private static InternetAddress address(Buyer buyer) throws UnsupportedEncodingException {
        return new InternetAddress(buyer.email().value(), HeaderText.of(buyer.name()), UTF_8);
    }

    private static void attach(Attachment attachment, MimeMessageHelper helper) throws MessagingException {
        helper.addAttachment(
                HeaderText.of(attachment.fileName()),
                new ByteArrayResource(attachment.document().bytes()),
                "application/pdf");
    }
}
