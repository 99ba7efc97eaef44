package dev.sluice.application.invoice;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteId;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
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

/** E-mails a credit note to the buyer of its invoice, once. */
public final class SendCreditNote {

    private final SendOnce sending;
    private final InstantSource clock;

    public SendCreditNote(Mailer mailer, SentMails sentMails, InstantSource clock) {
        this.sending = new SendOnce(mailer, sentMails, clock);
        this.clock = clock;
    }

    /** The Message-ID of a credit note's e-mail. */
    public static MessageId idOf(CreditNoteId note) {
        return MessageId.of("credit-note", note.value());
    }

    /**
     * @param wanted asked under the claim: whether there is still somebody to be written to
     * @throws InterruptedException if the worker has to stop before the e-mail is on record
     */
    public void send(CreditNote note, PdfDocument document, BooleanSupplier wanted, JobRun run)
            throws InterruptedException {
        sending.send(idOf(note.id()), () -> email(note, document), wanted, run);
    }

    private Email email(CreditNote note, PdfDocument document) {
        String number = note.number().text();
        String seller = note.invoice().parties().seller().legalName();
        return new Email(
                idOf(note.id()),
                note.invoice().order(),
                clock.instant(),
                note.invoice().parties().buyer(),
                Word.CREDIT_SUBJECT.in(note.invoice().language(), number, seller),
                text(note),
                List.of(new Attachment(number + ".pdf", document)));
    }

    private static String text(CreditNote note) {
        Invoice invoice = note.invoice();
        return Word.CREDIT_TEXT.in(
                invoice.language(),
                invoice.parties().buyer().name(),
                note.number().text(),
                invoice.parties().seller().legalName(),
                invoice.number().text(),
                invoice.order().value());
    }
}
