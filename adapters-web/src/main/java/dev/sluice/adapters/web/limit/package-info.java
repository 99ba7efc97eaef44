/** Refuses those who ask for more than they may. */
@NullMarked
package dev.sluice.adapters.web.limit;

import org.jspecify.annotations.NullMarked;
