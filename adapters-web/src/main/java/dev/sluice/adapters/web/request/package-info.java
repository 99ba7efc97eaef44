/** The id of each request. */
@NullMarked
package dev.sluice.adapters.web.request;

import org.jspecify.annotations.NullMarked;
