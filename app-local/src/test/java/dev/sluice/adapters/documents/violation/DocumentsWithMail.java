package dev.sluice.adapters.documents.violation;

import jakarta.mail.Message;

/** Breaks the rule that Jakarta Mail stays in its adapter. */
public record DocumentsWithMail(Message message) {}
