package dev.sluice.application.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.SampleInvoices;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.LostClaimException;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.mail.InMemoryMailer;
import dev.sluice.domain.mail.InMemorySentMails;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SendInvoiceTest {

    private final RuntimeException lost = new LostClaimException(new Dispatch(new JobId(new UUID(0, 1)), 1));

    private final InMemoryMailer mailer = new InMemoryMailer();
    private final InMemorySentMails sentMails = new InMemorySentMails(new InMemoryTransactions());
    private final SendInvoice sending = new SendInvoice(mailer, new BusySentMails(sentMails), InstantSource.system());

    @Test
    void anAttemptThatHasLostItsClaimSendsNothing() {
        PdfDocument document = new PdfDocument(new byte[0]);

        assertThatExceptionOfType(LostClaimException.class)
                .isThrownBy(
                        () -> sending.send(SampleInvoices.sample(), new Once<>(document, false), new FailingRun(lost)));

        assertThat(mailer.sent()).isEmpty();
    }

    @Test
    void thatAnEmailWentOutIsRecordedThoughTheClaimIsLostMeanwhile() throws InterruptedException {
        sending.send(SampleInvoices.sample(), new Once<>(new PdfDocument(new byte[0]), true), new FailingRun(lost));

        assertThat(sentMails.contains(mailer.sent().getFirst().id())).isTrue();
    }

    @Test
    void thatAnEmailWentOutIsRecordedThoughTheAttemptHasToStop() throws InterruptedException {
        Thread.currentThread().interrupt();
        sending.send(
                SampleInvoices.sample(),
                new Once<>(new PdfDocument(new byte[0]), true),
                new FailingRun(new RetryableFailure("interrupted", new InterruptedException())));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sentMails.contains(mailer.sent().getFirst().id())).isTrue();
    }

    @Test
    void theEmailIsWrittenInTheBuyersLanguage() throws InterruptedException {
        sending.send(
                SampleInvoices.in(Language.FRENCH), new Once<>(new PdfDocument(new byte[0]), true), new SteadyRun());

        assertThat(mailer.sent()).singleElement().satisfies(email -> {
            assertThat(email.subject()).isEqualTo("Votre facture INV-000042 de Atelier Nordlicht GmbH");
            assertThat(email.text()).startsWith("Bonjour Zoë Brzęczyszczykiewicz,\n\nmerci pour votre commande.");
            assertThat(email.to().language()).isEqualTo(Language.FRENCH);
        });
    }

    /** Has a connection only for those who can wait for it, as a database under load. */
    private record BusySentMails(SentMails mails) implements SentMails {

        @Override
        public boolean contains(MessageId id) {
            return mails.contains(id);
        }

        @Override
        public Map<MessageId, Instant> sentAt(Collection<MessageId> ids) {
            return mails.sentAt(ids);
        }

        @Override
        public void recordAll(Map<MessageId, Instant> sent) {
            if (Thread.currentThread().isInterrupted()) {
                throw new RetryableFailure("interrupted", new InterruptedException());
            }
            mails.recordAll(sent);
        }
    }

    private record SteadyRun() implements JobRun {

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean isLastAttempt() {
            return false;
        }

        @Override
        public void progress(JobProgress progress) {}

        @Override
        public void log(String line) {}
    }

    private record FailingRun(RuntimeException failure) implements JobRun {

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            throw failure;
        }

        @Override
        public boolean isLastAttempt() {
            return false;
        }

        @Override
        public void progress(JobProgress progress) {}

        @Override
        public void log(String line) {}
    }
}
