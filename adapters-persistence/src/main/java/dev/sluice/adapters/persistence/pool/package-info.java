/** Who gets one of the pooled connections, when, and for how long: sizes, admission, deadlines and outages. */
@NullMarked
package dev.sluice.adapters.persistence.pool;

import org.jspecify.annotations.NullMarked;
