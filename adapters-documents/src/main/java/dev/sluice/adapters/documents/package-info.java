/** Invoices and credit notes as PDF files, drawn by OpenPDF. */
@NullMarked
package dev.sluice.adapters.documents;

import org.jspecify.annotations.NullMarked;
