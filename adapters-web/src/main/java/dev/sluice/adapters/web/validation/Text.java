package dev.sluice.adapters.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires text of a length counted in characters: neither blank, unless it may be empty, nor with control characters or halves of surrogate pairs, which PostgreSQL and UTF-8 cannot hold. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextValidator.class)
public @interface Text {

    /** The least number of characters. */
    int min() default 1;

    /** The greatest number of characters. */
    int max();

    /** Whether line feeds and tabs are allowed. */
    boolean lines() default false;

    String message() default "must have {min} to {max} characters, be neither blank nor hold control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
