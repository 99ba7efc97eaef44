/** Who calls, and which routes are open to whom. */
@NullMarked
package dev.sluice.adapters.web.access;

import org.jspecify.annotations.NullMarked;
