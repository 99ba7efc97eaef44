/** How a route that will go away tells its callers so. */
@NullMarked
package dev.sluice.adapters.web.deprecation;

import org.jspecify.annotations.NullMarked;
