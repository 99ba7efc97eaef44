package dev.sluice.adapters.web.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Id}. */
final class IdValidator implements ConstraintValidator<Id, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || UuidText.isValid(value);
    }
}
