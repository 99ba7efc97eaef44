package dev.sluice.adapters.web.route;

import dev.sluice.domain.access.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a route's caller must have. What of the things behind the route are there for that caller is for the
 * route to ask: it takes a {@link dev.sluice.domain.access.Caller} among its parameters.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Scope value();
}
