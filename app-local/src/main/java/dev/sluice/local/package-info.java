/** The commands that run all of Sluice on one machine; never deployed. */
@NullMarked
package dev.sluice.local;

import org.jspecify.annotations.NullMarked;
