/** Answers from the cache's bytes, with what HTTP caches need to know about them. */
@NullMarked
package dev.sluice.adapters.web.cached;

import org.jspecify.annotations.NullMarked;
