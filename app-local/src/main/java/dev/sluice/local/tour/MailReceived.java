package dev.sluice.local.tour;

import dev.sluice.embedded.process.Waiting;
import dev.sluice.embedded.smtp.ReceivedMail;
import dev.sluice.embedded.smtp.SmtpServer;
import java.time.Duration;
import java.util.List;

/** Shows the e-mail that the buyer of an order has received. */
final class MailReceived {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final SmtpServer smtp;
    private final TourSheet sheet;

    MailReceived(SmtpServer smtp, TourSheet sheet) {
        this.smtp = smtp;
        this.sheet = sheet;
    }

    void play(PlacedOrder order) {
        sheet.step("Read the e-mail that the buyer received");
        Waiting.until(() -> !mailsTo(order).isEmpty(), LIMIT);
        List<ReceivedMail> mails = mailsTo(order);
        sheet.same("The buyer received one e-mail", 1, mails.size());
        show(MailSummary.of(mails.getFirst()));
        sheet.fact("File", mails.getFirst().file());
    }

    private void show(MailSummary mail) {
        sheet.fact("From", mail.from());
        sheet.fact("To", mail.to());
        sheet.fact("Subject", mail.subject());
        sheet.fact("Attachments", String.join(", ", mail.attachments()));
        sheet.holds("The invoice is attached", mail.hasPdf(), "one PDF attached", mail.attachments());
    }

    private List<ReceivedMail> mailsTo(PlacedOrder order) {
        return smtp.mails().stream()
                .filter(mail -> MailSummary.of(mail).to().contains(order.email()))
                .toList();
    }
}
