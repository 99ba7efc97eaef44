/** Portfolios worked out by PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.portfolio;

import org.jspecify.annotations.NullMarked;
