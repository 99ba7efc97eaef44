/** The database's clock. */
@NullMarked
package dev.sluice.adapters.persistence.clock;

import org.jspecify.annotations.NullMarked;
