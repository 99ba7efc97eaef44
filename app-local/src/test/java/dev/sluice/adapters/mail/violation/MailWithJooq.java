package dev.sluice.adapters.mail.violation;

import org.jooq.DSLContext;

/** Breaks the rule that jOOQ stays in its adapter. */
public record MailWithJooq(DSLContext dsl) {}
