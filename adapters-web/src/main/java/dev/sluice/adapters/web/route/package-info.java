/** What a route says of its callers. */
@NullMarked
package dev.sluice.adapters.web.route;

import org.jspecify.annotations.NullMarked;
