package dev.sluice.domain.party;

import org.jspecify.annotations.Nullable;

/**
 * The legal person that sells and issues invoices.
 *
 * @param vatId the VAT identification number, or null for one that has none
 */
public record Seller(
        String legalName, PostalAddress address, @Nullable String vatId) {}
