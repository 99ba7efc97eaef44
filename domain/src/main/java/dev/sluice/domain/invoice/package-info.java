/** Invoices, and credit notes that take them back: their gapless numbers, their frozen content and their documents. */
@NullMarked
package dev.sluice.domain.invoice;

import org.jspecify.annotations.NullMarked;
