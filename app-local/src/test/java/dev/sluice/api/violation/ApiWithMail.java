package dev.sluice.api.violation;

import dev.sluice.adapters.mail.MailConfiguration;

/** Breaks the rule that the API never sees mail. */
public record ApiWithMail(MailConfiguration mail) {}
