package dev.sluice.adapters.mail;

import java.io.IOException;
import java.io.Serial;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, without the addresses that the mail library and the server put into their messages: the kinds of the
 * exceptions, the server's reply, and the network's own failure as the cause.
 */
final class SmtpFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private SmtpFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static SmtpFault of(Throwable failure, OptionalInt reply) {
        String kinds =
                chain(failure).map(cause -> cause.getClass().getSimpleName()).collect(Collectors.joining(" < "));
        SmtpFault fault = new SmtpFault(
                reply.isPresent() ? kinds + " " + reply.getAsInt() : kinds,
                chain(failure).filter(IOException.class::isInstance).findFirst().orElse(null));
        fault.setStackTrace(failure.getStackTrace());
        return fault;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
