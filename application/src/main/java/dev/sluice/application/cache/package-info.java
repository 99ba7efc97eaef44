/** The declarations of all cached reads. */
@NullMarked
package dev.sluice.application.cache;

import org.jspecify.annotations.NullMarked;
