/** Orders in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.order;

import org.jspecify.annotations.NullMarked;
