/** Partial changes: JSON merge patches (RFC 7396) under entity tags. */
@NullMarked
package dev.sluice.adapters.web.patch;

import org.jspecify.annotations.NullMarked;
