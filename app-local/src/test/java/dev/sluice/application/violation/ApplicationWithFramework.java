package dev.sluice.application.violation;

import org.springframework.context.ApplicationContext;

/** Breaks the rule that the application adds only the domain. */
public record ApplicationWithFramework(ApplicationContext context) {}
