/** Units of work that commit as a whole. */
@NullMarked
package dev.sluice.domain.transaction;

import org.jspecify.annotations.NullMarked;
