package dev.sluice.application.invoice;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.mail.Attachment;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** E-mails an invoice to its buyer: once, and once more for each receipt that is asked for. */
public final class SendInvoice {

    private final SendOnce sending;
    private final InstantSource clock;

    public SendInvoice(Mailer mailer, SentMails sentMails, InstantSource clock) {
        this.sending = new SendOnce(mailer, sentMails, clock);
        this.clock = clock;
    }

    /** The Message-ID of an invoice's e-mail. */
    public static MessageId idOf(InvoiceId invoice) {
        return MessageId.of("invoice", invoice.value());
    }

    /** The Message-ID of a receipt. */
    public static MessageId idOf(ReceiptId receipt) {
        return MessageId.of("receipt", receipt.value());
    }

    /**
     * @param filed comes before its e-mail, so that of a document which has just been stored there is none yet
     * @throws InterruptedException if the worker has to stop before the e-mail is on record
     */
    public void send(Invoice invoice, Once<PdfDocument> filed, JobRun run) throws InterruptedException {
        MessageId id = idOf(invoice.id());
        if (filed.first()) {
            sending.sendFirst(email(id, invoice, filed.result()), run);
        } else {
            // The order is under way: its buyer is not erased before it has ended.
            sending.send(id, () -> email(id, invoice, filed.result()), () -> true, run);
        }
    }

    /**
     * @param wanted asked under the claim: whether there is still somebody to be written to
     * @throws InterruptedException if the worker has to stop before the e-mail is on record
     */
    public void sendAgain(ReceiptId receipt, Invoice invoice, PdfDocument document, BooleanSupplier wanted, JobRun run)
            throws InterruptedException {
        MessageId id = idOf(receipt);
        sending.send(id, () -> email(id, invoice, document), wanted, run);
    }

    private Email email(MessageId id, Invoice invoice, PdfDocument document) {
        String number = invoice.number().text();
        String seller = invoice.parties().seller().legalName();
        return new Email(
                id,
                invoice.order(),
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
