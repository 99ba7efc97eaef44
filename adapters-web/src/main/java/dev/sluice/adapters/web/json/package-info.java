/** The one form of JSON that the API reads and writes, and that the cache stores. */
@NullMarked
package dev.sluice.adapters.web.json;

import org.jspecify.annotations.NullMarked;
