/** The keys that sign links, in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.link;

import org.jspecify.annotations.NullMarked;
