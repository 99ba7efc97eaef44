/** The routes by which sellers say where they listen, and see what they were told. */
@NullMarked
package dev.sluice.adapters.web.webhook;

import org.jspecify.annotations.NullMarked;
