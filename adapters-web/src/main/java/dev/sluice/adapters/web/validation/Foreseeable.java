package dev.sluice.adapters.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires a time of the last or the next ten years. The database holds more, but not all that can be written down. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ForeseeableValidator.class)
public @interface Foreseeable {

    String message() default "must be within ten years from now";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
