package dev.sluice.adapters.mail;

import dev.sluice.domain.mail.MailerContract.Delivery;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a mail as it arrived. */
final class ArrivedMail {

    private ArrivedMail() {}

    static Delivery read(MimeMessage message) {
        try {
            return delivery(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delivery delivery(MimeMessage message) throws MessagingException, IOException {
        return new Delivery(
                message.getMessageID().replaceAll("^<|>$", ""),
                message.getSentDate().toInstant(),
                Arrays.stream(message.getAllRecipients())
                        .map(ArrivedMail::address)
                        .toList(),
                message.getSubject(),
                text(message.getContent()),
                attachments(message.getContent()));
    }

    private static String address(Address address) {
        return ((InternetAddress) address).getAddress();
    }

    private static String text(Object content) throws MessagingException, IOException {
        String text = content instanceof MimeMultipart parts
                ? (String) parts.getBodyPart(0).getContent()
                : (String) content;
        return text.stripTrailing();
    }

    private static List<String> attachments(Object content) throws MessagingException, IOException {
        List<String> attachments = new ArrayList<>();
        if (content instanceof MimeMultipart parts) {
            for (int index = 1; index < parts.getCount(); index++) {
                attachments.add(attachment(parts.getBodyPart(index)));
            }
        }
        return attachments;
    }

    private static String attachment(BodyPart part) throws MessagingException, IOException {
        String bytes = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return MimeUtility.decodeText(part.getFileName()) + ": " + bytes;
    }
}
