/** Issuing, filing and sending invoices and credit notes. */
@NullMarked
package dev.sluice.application.invoice;

import org.jspecify.annotations.NullMarked;
