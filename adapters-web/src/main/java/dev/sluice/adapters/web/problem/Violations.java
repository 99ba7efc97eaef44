package dev.sluice.adapters.web.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is wrong with a document that could be read but says something invalid. */
public final class Violations {

    private Violations() {}

    public static Refusal refusal(Collection<? extends ConstraintViolation<?>> found) {
        List<Violation> errors = found.stream()
                .map(Violations::violation)
                .sorted(Comparator.comparing(violation -> String.valueOf(violation.pointer())))
                .toList();
        return Refusal.invalid(errors);
    }

    private static Violation violation(ConstraintViolation<?> found) {
        return Violation.ofBody(JsonPointer.of(found.getPropertyPath()), code(found), found.getMessage());
    }

    private static String code(ConstraintViolation<?> found) {
        String constraint =
                found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return switch (constraint) {
            case "NotNull" -> "required";
            case "Min", "Max" -> "range";
            default -> constraint.toLowerCase(Locale.ROOT);
        };
    }
}
