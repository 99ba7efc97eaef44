package dev.sluice.adapters.web.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text}. */
final class TextValidator implements ConstraintValidator<Text, String> {

    private int min;
    private int max;
    private boolean lines;

    @Override
    public void initialize(Text constraint) {
        min = constraint.min();
        max = constraint.max();
        lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || isText(value);
    }

    private boolean isText(String value) {
        boolean blank = min > 0 && value.isBlank();
        return !blank && hasLength(value) && value.codePoints().allMatch(this::isText);
    }

    private boolean hasLength(String value) {
        int length = value.codePointCount(0, value.length());
        return length >= min && length <= max;
    }

    private boolean isText(int codePoint) {
        if (lines && (codePoint == '\n' || codePoint == '\t')) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
