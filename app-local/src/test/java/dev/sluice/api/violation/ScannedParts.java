package dev.sluice.api.violation;

import org.springframework.context.annotation.ComponentScan;

/** Breaks the rule that nothing is scanned. */
@ComponentScan
public final class ScannedParts {}
