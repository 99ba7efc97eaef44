/** Who calls, and what that one may do. */
@NullMarked
package dev.sluice.domain.access;

import org.jspecify.annotations.NullMarked;
