/** The id and the deadline of each request. */
@NullMarked
package dev.sluice.adapters.web.request;

import org.jspecify.annotations.NullMarked;
