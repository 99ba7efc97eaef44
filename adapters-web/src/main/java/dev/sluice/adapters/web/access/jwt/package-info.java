/** Callers whom another issuer has verified. */
@NullMarked
package dev.sluice.adapters.web.access.jwt;

import org.jspecify.annotations.NullMarked;
