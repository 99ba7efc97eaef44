/** What persons may ask for: to see what is held about them, and to have it erased. */
@NullMarked
package dev.sluice.application.privacy;

import org.jspecify.annotations.NullMarked;
