/** Creators and the products that they sell. */
@NullMarked
package dev.sluice.domain.catalogue;

import org.jspecify.annotations.NullMarked;
