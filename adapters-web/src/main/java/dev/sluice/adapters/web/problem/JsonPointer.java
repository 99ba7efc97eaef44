package dev.sluice.adapters.web.problem;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901) to what a document got wrong. */
final class JsonPointer {

    private static final int LONGEST_NAME = 100;

    private JsonPointer() {}

    static String of(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                append(pointer, String.valueOf(node.getName()));
            }
        }
        return pointer.toString();
    }

    static String of(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference reference : path) {
            String name = reference.getPropertyName();
            append(pointer, name == null ? String.valueOf(reference.getIndex()) : name);
        }
        return pointer.toString();
    }

    /** The name may be the client's own invention, so it is cut and cleaned before it is sent back. */
    private static void append(StringBuilder pointer, String name) {
        pointer.append('/');
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .forEach(c -> appendEscaped(pointer, c));
    }

    private static void appendEscaped(StringBuilder pointer, int codePoint) {
        switch (codePoint) {
            case '~' -> pointer.append("~0");
            case '/' -> pointer.append("~1");
            default -> pointer.appendCodePoint(codePoint);
        }
    }
}
