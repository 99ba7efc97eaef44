/** A creator's public portfolio with its sales figures. */
@NullMarked
package dev.sluice.domain.portfolio;

import org.jspecify.annotations.NullMarked;
