/** Personal data: keeping them out of what is kept and shown, and telling and erasing what is held about a person. */
@NullMarked
package dev.sluice.domain.privacy;

import org.jspecify.annotations.NullMarked;
