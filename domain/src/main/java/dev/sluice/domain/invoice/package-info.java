/** Invoices: their gapless numbers, their frozen content and their documents. */
@NullMarked
package dev.sluice.domain.invoice;

import org.jspecify.annotations.NullMarked;
