package dev.sluice.application.invoice;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.mail.Attachment;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * E-mails an invoice to its buyer, once. If the process dies between the mail server's acceptance and its record, or the
 * server's answer is lost, the e-mail goes out again under the same Message-ID: the one window in which a second one is
 * possible.
 */
public final class SendInvoice {

    private static final Duration RECORD_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Mailer mailer;
    private final SentMails sentMails;
    private final InstantSource clock;

    public SendInvoice(Mailer mailer, SentMails sentMails, InstantSource clock) {
        this.mailer = mailer;
        this.sentMails = sentMails;
        this.clock = clock;
    }

    /** @throws InterruptedException if the worker has to stop before the e-mail is on record */
    public void send(Invoice invoice, PdfDocument document, JobRun run) throws InterruptedException {
        MessageId id = new MessageId("invoice." + invoice.id().value() + "@sluice");
        // Under the claim: an attempt that has lost it, or whose order was cancelled, sends nothing.
        if (!run.inTransaction(() -> sentMails.contains(id))) {
            mailer.send(email(id, invoice, document));
            record(id);
        }
    }

    /** Until it is written, whoever holds the claim by then: that the e-mail went out stays true. */
    private void record(MessageId id) throws InterruptedException {
        while (true) {
            try {
                sentMails.record(id, clock.instant());
                return;
            } catch (RetryableFailure unanswered) {
                Thread.sleep(RECORD_AGAIN_AFTER);
            }
        }
    }

    private Email email(MessageId id, Invoice invoice, PdfDocument document) {
        String number = invoice.number().text();
        String seller = invoice.parties().seller().legalName();
        return new Email(
                id,
                clock.instant(),
                invoice.parties().buyer(),
                Word.MAIL_SUBJECT.in(invoice.language(), number, seller),
                text(invoice),
                List.of(new Attachment(number + ".pdf", document)));
    }

    private static String text(Invoice invoice) {
        return Word.MAIL_TEXT.in(
                invoice.language(),
                invoice.parties().buyer().name(),
                invoice.number().text(),
                invoice.parties().seller().legalName(),
                invoice.order().value());
    }
}
