/** Channels and their statistics in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.channel;

import org.jspecify.annotations.NullMarked;
