package dev.sluice.adapters.web.violation;

import org.springframework.beans.factory.annotation.Autowired;

/** Breaks the rule that no field is injected. */
public final class FieldInjection {

    @Autowired
    Object injected = new Object();
}
