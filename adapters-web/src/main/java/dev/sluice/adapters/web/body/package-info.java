/** How large a request's body may be. */
@NullMarked
package dev.sluice.adapters.web.body;

import org.jspecify.annotations.NullMarked;
