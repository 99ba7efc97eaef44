/** Invoices and credit notes, their numbers and their documents in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.invoice;

import org.jspecify.annotations.NullMarked;
