package dev.sluice.adapters.mail.violation;

import org.mustangproject.Invoice;

/** Breaks the rule that Mustang stays in its adapter. */
public record MailWithEInvoices(Invoice invoice) {}
