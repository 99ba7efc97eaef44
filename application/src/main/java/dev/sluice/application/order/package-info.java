/** Placing and processing orders. */
@NullMarked
package dev.sluice.application.order;

import org.jspecify.annotations.NullMarked;
