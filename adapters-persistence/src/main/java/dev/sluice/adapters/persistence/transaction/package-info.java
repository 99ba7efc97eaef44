/** Transactions on the pooled connections, and what becomes of the database's failures. */
@NullMarked
package dev.sluice.adapters.persistence.transaction;

import org.jspecify.annotations.NullMarked;
