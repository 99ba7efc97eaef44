package dev.sluice.adapters.mail;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Tells failures that may pass from those that will not. Final is what the server says of this e-mail for good: a reply
 * of 500 to 599 to its recipient or its content. All else may pass, a refused login or sender too: those are faults of
 * the installation, which its operator mends while the e-mails wait.
 */
final class SmtpFailures {

    private SmtpFailures() {}

    static RuntimeException classify(Throwable failure) {
        OptionalInt reply = reply(failure);
        SmtpFault fault = SmtpFault.of(failure, reply);
        return reply.isPresent() && isAboutTheEmailForGood(reply.getAsInt())
                ? new FinalFailure("the mail server refuses the e-mail for good: " + reply.getAsInt(), fault)
                : new RetryableFailure("the mail server did not take the e-mail: " + fault.getMessage(), fault);
    }

    private static OptionalInt reply(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMapToInt(cause -> codes(cause).stream())
                .findFirst();
    }

    private static OptionalInt codes(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refusal -> OptionalInt.of(refusal.getReturnCode());
            case SMTPSendFailedException refusal -> OptionalInt.of(refusal.getReturnCode());
            default -> OptionalInt.empty();
        };
    }

    /** Replies of 530 to 539 ask for a login or another one. */
    private static boolean isAboutTheEmailForGood(int reply) {
        return reply >= 500 && reply < 600 && reply / 10 != 53;
    }
}
