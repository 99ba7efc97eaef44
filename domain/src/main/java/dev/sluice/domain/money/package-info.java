/** Amounts of money and the tax on them. */
@NullMarked
package dev.sluice.domain.money;

import org.jspecify.annotations.NullMarked;
