/** The rules of the architecture, and the proof that each can fail. */
@NullMarked
package dev.sluice.local.architecture;

import org.jspecify.annotations.NullMarked;
