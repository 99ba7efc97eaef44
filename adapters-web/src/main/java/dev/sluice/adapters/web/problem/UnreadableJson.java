package dev.sluice.adapters.web.problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a document that cannot be read as what it should be. */
public final class UnreadableJson {

    private UnreadableJson() {}

    public static Refusal refusal(JacksonException failure) {
        return Refusal.invalid(violation(failure, JsonPointer.of(failure.getPath())));
    }

    private static Violation violation(JacksonException failure, String pointer) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                Violation.ofBody(pointer, "unknown-field", "is not a field of this document");
            case StreamReadException malformed -> Violation.ofBody(pointer, "malformed", place(malformed));
            default -> Violation.ofBody(pointer, "wrong-type", "has a value of the wrong type");
        };
    }

    private static String place(StreamReadException malformed) {
        var location = malformed.getLocation();
        return location == null
                ? "is not well-formed JSON"
                : "is not well-formed JSON without repeated names: see line %d, column %d"
                        .formatted(location.getLineNr(), location.getColumnNr());
    }
}
