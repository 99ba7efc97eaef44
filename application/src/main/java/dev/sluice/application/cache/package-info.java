/** The declarations of all cached reads, and what tells the cache that they are no longer right. */
@NullMarked
package dev.sluice.application.cache;

import org.jspecify.annotations.NullMarked;
