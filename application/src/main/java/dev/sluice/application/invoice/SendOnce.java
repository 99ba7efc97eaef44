package dev.sluice.application.invoice;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Sends an e-mail, once. If the process dies between the mail server's acceptance and its record, or the server's answer is
 * lost, the e-mail goes out again under the same Message-ID: the one window in which a second one is possible.
 */
final class SendOnce {

    private static final Duration RECORD_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Mailer mailer;
    private final SentMails sentMails;
    private final InstantSource clock;

    SendOnce(Mailer mailer, SentMails sentMails, InstantSource clock) {
        this.mailer = mailer;
        this.sentMails = sentMails;
        this.clock = clock;
    }

    /**
     * @param wanted whether there is still somebody to be written to
     * @throws InterruptedException if the worker has to stop before the e-mail is on record
     */
    void send(MessageId id, Supplier<Email> email, BooleanSupplier wanted, JobRun run) throws InterruptedException {
        // Under the claim: an attempt that has lost it, or whose order was cancelled, sends nothing.
        if (run.inTransaction(() -> !sentMails.contains(id) && wanted.getAsBoolean())) {
            sendFirst(email.get());
        }
    }

    /**
     * Sends an e-mail without a look whether it was sent: the caller has just seen to it, under the claim, that it was not.
     *
     * @throws InterruptedException if the worker has to stop before the e-mail is on record
     */
    void sendFirst(Email email) throws InterruptedException {
        mailer.send(email);
        record(email.id());
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
}
