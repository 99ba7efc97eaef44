/** Issuing, filing and sending invoices. */
@NullMarked
package dev.sluice.application.invoice;

import org.jspecify.annotations.NullMarked;
