package dev.sluice.domain.order;

import org.jspecify.annotations.Nullable;

/**
 * Which orders a list holds.
 *
 * @param status only orders with this status, or null for all
 */
public record OrderFilter(@Nullable OrderStatus status) {}
