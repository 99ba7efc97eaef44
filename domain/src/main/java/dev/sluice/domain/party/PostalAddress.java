package dev.sluice.domain.party;

/** A postal address as an invoice prints it. */
public record PostalAddress(String street, String postalCode, String city, Country country) {}
