package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dispatches as they travel: a line for each with the job's id, a colon and the dispatch number, in ASCII. */
final class DispatchText {

    /** Far above what we send, so that a foreign body is not cut into lines first, of which it may hold millions. */
    private static final int LONGEST = 64 * 1024;

    private DispatchText() {}

    static String of(Dispatch dispatch) {
        return dispatch.job().value() + ":" + dispatch.number();
    }

    static byte[] bytes(List<Dispatch> dispatches) {
        return dispatches.stream().map(DispatchText::of).collect(joining("\n")).getBytes(US_ASCII);
    }

    /** @return none if these are not the bytes of dispatches */
    static List<Dispatch> read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return List.of();
        }
        List<Dispatch> dispatches = new ArrayList<>();
        for (String line : new String(bytes, US_ASCII).split("\n", -1)) {
            Optional<Dispatch> dispatch = read(line);
            if (dispatch.isEmpty()) {
                return List.of();
            }
            dispatches.add(dispatch.get());
        }
        return dispatches;
    }

    private static Optional<Dispatch> read(String text) {
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
