/** Links that work without a credential for a short time, because they are signed. */
@NullMarked
package dev.sluice.domain.link;

import org.jspecify.annotations.NullMarked;
