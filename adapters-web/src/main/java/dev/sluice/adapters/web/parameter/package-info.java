/** How path and query parameters become values of the domain. */
@NullMarked
package dev.sluice.adapters.web.parameter;

import org.jspecify.annotations.NullMarked;
