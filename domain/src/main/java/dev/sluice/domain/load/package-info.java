/** What a thread's work is worth to the process and by when it must be done, so that waits can be ordered and bounded. */
@NullMarked
package dev.sluice.domain.load;

import org.jspecify.annotations.NullMarked;
