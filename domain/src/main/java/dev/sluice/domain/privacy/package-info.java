/** Keeping personal data out of what is kept and shown. */
@NullMarked
package dev.sluice.domain.privacy;

import org.jspecify.annotations.NullMarked;
