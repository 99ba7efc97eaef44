package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import java.util.Optional;
import java.util.UUID;

/** A dispatch as it travels: the job's id, a colon and the dispatch number, in ASCII. */
final class DispatchText {

    private DispatchText() {}

    static String of(Dispatch dispatch) {
        return dispatch.job().value() + ":" + dispatch.number();
    }

    static byte[] bytes(Dispatch dispatch) {
        return of(dispatch).getBytes(US_ASCII);
    }

    /** @return empty if these are not the bytes of a dispatch */
    static Optional<Dispatch> read(byte[] bytes) {
        String text = new String(bytes, US_ASCII);
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            UUID job = UUID.fromString(text.substring(0, colon));
            Dispatch dispatch = new Dispatch(new JobId(job), Integer.parseInt(text.substring(colon + 1)));
            // Both parsers are lenient, about missing digits and a plus sign.
            return of(dispatch).equals(text) ? Optional.of(dispatch) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
