/** Identifiers that the application makes itself. */
@NullMarked
package dev.sluice.domain.id;

import org.jspecify.annotations.NullMarked;
