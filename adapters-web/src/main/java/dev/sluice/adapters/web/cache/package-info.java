/** What operators see of the cache, and how they empty it. */
@NullMarked
package dev.sluice.adapters.web.cache;

import org.jspecify.annotations.NullMarked;
