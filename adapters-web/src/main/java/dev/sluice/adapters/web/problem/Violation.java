package dev.sluice.adapters.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, and where: at a pointer into the body, in a parameter or in a header field.
 *
 * @param pointer a JSON pointer (RFC 6901) into the body
 * @param parameter the name of a path or query parameter
 * @param header the name of a header field
 * @param code what is wrong, for machines
 * @param detail what is wrong, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String code,
        String detail) {

    public static Violation ofBody(String pointer, String code, String detail) {
        return new Violation(pointer, null, null, code, detail);
    }

    public static Violation ofParameter(String name, String code, String detail) {
        return new Violation(null, name, null, code, detail);
    }

    public static Violation ofHeader(String name, String code, String detail) {
        return new Violation(null, null, name, code, detail);
    }
}
