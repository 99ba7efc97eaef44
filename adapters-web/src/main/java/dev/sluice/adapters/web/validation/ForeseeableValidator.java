package dev.sluice.adapters.web.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks {@link Foreseeable}. */
final class ForeseeableValidator implements ConstraintValidator<Foreseeable, Instant> {

    private static final Duration TEN_YEARS = Duration.ofDays(3_653);

    @Override
    public boolean isValid(@Nullable Instant value, ConstraintValidatorContext context) {
        Instant now = context.getClockProvider().getClock().instant();
        return value == null || (value.isAfter(now.minus(TEN_YEARS)) && value.isBefore(now.plus(TEN_YEARS)));
    }
}
