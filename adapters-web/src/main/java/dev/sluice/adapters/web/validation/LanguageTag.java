package dev.sluice.adapters.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires the tag of a language that buyers may be written to in. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageTagValidator.class)
public @interface LanguageTag {

    String message() default "must be en, de or fr";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
