package dev.sluice.adapters.web.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that will go away. It works as before until then, and each answer and the API's description say so. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retiring {

    /** The day from which on clients are told, as ISO 8601 writes it. */
    String since();

    /** The day on which it goes away at the earliest: at least 180 days after {@link #since()}. */
    String until();

    /** The path of what takes its place. */
    String successor();
}
