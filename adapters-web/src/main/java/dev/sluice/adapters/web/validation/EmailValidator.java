package dev.sluice.adapters.web.validation;

import dev.sluice.domain.party.EmailAddress;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Email}. Pseudonyms are given by erasures alone. */
final class EmailValidator implements ConstraintValidator<Email, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || (EmailAddress.isValid(value) && !new EmailAddress(value).isPseudonym());
    }
}
