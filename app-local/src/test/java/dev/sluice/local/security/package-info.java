/** What {@code SECURITY.md} says is shown, against the tests that there are. */
@NullMarked
package dev.sluice.local.security;

import org.jspecify.annotations.NullMarked;
