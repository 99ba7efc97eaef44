/** Who takes part in a sale: sellers, buyers and how to reach them. */
@NullMarked
package dev.sluice.domain.party;

import org.jspecify.annotations.NullMarked;
