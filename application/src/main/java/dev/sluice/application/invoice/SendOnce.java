package dev.sluice.application.invoice;

import static java.util.stream.Collectors.toMap;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.LostClaimException;
import dev.sluice.domain.job.SharedStep;
import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.Mailer;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    private final SharedStep<Sent, Sent> recording = new SharedStep<>(this::recordAll);

    SendOnce(Mailer mailer, SentMails sentMails, InstantSource clock) {
        this.mailer = mailer;
        this.sentMails = sentMails;
        this.clock = clock;
    }

    private record Sent(MessageId id, Instant at) {}

    /**
     * @param wanted whether there is still somebody to be written to
     * @throws InterruptedException if the worker has to stop before the e-mail is on record
     */
    void send(MessageId id, Supplier<Email> email, BooleanSupplier wanted, JobRun run) throws InterruptedException {
        // Under the claim: an attempt that has lost it, or whose order was cancelled, sends nothing.
        if (run.inTransaction(() -> !sentMails.contains(id) && wanted.getAsBoolean())) {
            sendFirst(email.get(), run);
        }
    }

    /**
     * Sends an e-mail without a look whether it was sent: the caller has just seen to it, under the claim, that it was not.
     *
     * @throws InterruptedException if the worker has to stop before the e-mail is on record
     */
    void sendFirst(Email email, JobRun run) throws InterruptedException {
        mailer.send(email);
        record(new Sent(email.id(), clock.instant()), run);
    }

    /** Together with others at first, and then until it is written, whoever holds the claim by now: it stays true. */
    private void record(Sent sent, JobRun run) throws InterruptedException {
        boolean recorded = isRecordedTogether(sent, run);
        while (!recorded) {
            recorded = isRecordedAlone(sent);
            if (!recorded) {
                Thread.sleep(RECORD_AGAIN_AFTER);
            }
        }
    }

    /** @return false if the claim is lost, the attempt has to stop or the database does not answer */
    private boolean isRecordedTogether(Sent sent, JobRun run) {
        try {
            run.inTransaction(recording, sent);
            return true;
        } catch (LostClaimException | RetryableFailure notYet) {
            return false;
        }
    }

    /** A sign to stop is put off meanwhile, as nobody who is to stop is given a connection that has to be waited for. */
    private boolean isRecordedAlone(Sent sent) {
        boolean stopped = Thread.interrupted();
        try {
            sentMails.record(sent.id(), sent.at());
            return true;
        } catch (RetryableFailure unanswered) {
            return false;
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Sent> recordAll(List<Sent> sent) {
        sentMails.recordAll(sent.stream().collect(toMap(Sent::id, Sent::at)));
        return sent;
    }
}
