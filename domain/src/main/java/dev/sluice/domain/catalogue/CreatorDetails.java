package dev.sluice.domain.catalogue;

import dev.sluice.domain.party.Seller;
import java.util.Currency;

/**
 * What a creator may change about itself.
 *
 * @param name the public name
 * @param bio the public description
 * @param seller the legal person behind the shop
 * @param currency the one currency of the shop's prices
 */
public record CreatorDetails(String name, String bio, Seller seller, Currency currency) {}
