/** The languages that buyers are written to in, and the words of each. */
@NullMarked
package dev.sluice.domain.language;

import org.jspecify.annotations.NullMarked;
