package dev.sluice.adapters.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires the ISO 4217 code of a currency with 0, 2 or 3 decimals. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CurrencyCodeValidator.class)
public @interface CurrencyCode {

    String message() default "must be the ISO 4217 code of a currency with 0, 2 or 3 decimals";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
