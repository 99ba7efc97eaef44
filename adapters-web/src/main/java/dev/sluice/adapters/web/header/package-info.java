/** The header fields by which browsers and caches are told to be careful with every answer. */
@NullMarked
package dev.sluice.adapters.web.header;

import org.jspecify.annotations.NullMarked;
