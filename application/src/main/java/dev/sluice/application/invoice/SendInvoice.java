package dev.sluice.application.invoice;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.mail.Attachment;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.InstantSource;
import java.util.List;

/**
 * E-mails an invoice to its buyer, once. If the process dies between the mail server's acceptance and its record, the
 * e-mail goes out again under the same Message-ID: the one window in which a second one is possible.
 */
public final class SendInvoice {

    private final Mailer mailer;
    private final SentMails sentMails;
    private final InstantSource clock;

    public SendInvoice(Mailer mailer, SentMails sentMails, InstantSource clock) {
        this.mailer = mailer;
        this.sentMails = sentMails;
        this.clock = clock;
    }

    public void send(Invoice invoice, PdfDocument document, JobRun run) {
        MessageId id = new MessageId("invoice." + invoice.id().value() + "@sluice");
        if (sentMails.contains(id)) {
            return;
        }
        mailer.send(email(id, invoice, document));
        run.inTransaction(() -> {
            sentMails.record(id, clock.instant());
            return id;
        });
    }

    private static Email email(MessageId id, Invoice invoice, PdfDocument document) {
        String number = invoice.number().text();
        String seller = invoice.parties().seller().legalName();
        return new Email(
                id,
                invoice.parties().buyer(),
                "Your invoice " + number + " from " + seller,
                text(invoice),
                List.of(new Attachment(number + ".pdf", document)));
    }

    private static String text(Invoice invoice) {
        return """
                Hello %s,

                thank you for your order. You find the invoice %s from %s attached.

                Order: %s
                """.formatted(
                        invoice.parties().buyer().name(),
                        invoice.number().text(),
                        invoice.parties().seller().legalName(),
                        invoice.order().value());
    }
}
