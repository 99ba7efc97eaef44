package dev.sluice.domain.catalogue;

import dev.sluice.domain.party.Seller;

/**
 * What a creator may change about itself.
 *
 * @param name the public name
 * @param bio the public description
 * @param seller the legal person behind the shop
 */
public record CreatorDetails(String name, String bio, Seller seller) {}
