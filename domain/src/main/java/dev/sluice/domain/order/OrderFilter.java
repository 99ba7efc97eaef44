package dev.sluice.domain.order;

import dev.sluice.domain.access.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list holds.
 *
 * @param owner only orders that are this one's
 * @param status only orders with this status, or null for all
 */
public record OrderFilter(Owner owner, @Nullable OrderStatus status) {}
