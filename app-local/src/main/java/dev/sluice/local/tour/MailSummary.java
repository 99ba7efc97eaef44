package dev.sluice.local.tour;

import dev.sluice.embedded.smtp.ReceivedMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a mail program shows of an e-mail in its list. */
record MailSummary(String from, String to, String subject, List<String> attachments) {
    MailSummary {
        attachments = List.copyOf(attachments);
    }

    static MailSummary of(ReceivedMail mail) {
        try {
            MimeMessage message = mail.message();
            return new MailSummary(
                    text(message.getFrom()),
                    text(message.getAllRecipients()),
                    String.valueOf(message.getSubject()),
                    attachments(message));
        } catch (MessagingException | IOException e) {
            throw new TourFailure("a readable e-mail in " + mail.file(), String.valueOf(e), e);
        }
    }

    boolean hasPdf() {
        return attachments.size() == 1 && attachments.getFirst().endsWith(".pdf");
    }

    private static String text(Address @Nullable [] addresses) {
        return addresses == null
                ? "nobody"
                : Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }

    private static List<String> attachments(MimeMessage message) throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        if (message.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                addName(parts.getBodyPart(i), names);
            }
        }
        return names;
    }

    private static void addName(Part part, List<String> names) throws MessagingException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            names.add(String.valueOf(part.getFileName()));
        }
    }
}
