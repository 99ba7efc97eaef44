/** Placing, processing and refunding orders, and telling what became of them. */
@NullMarked
package dev.sluice.application.order;

import org.jspecify.annotations.NullMarked;
