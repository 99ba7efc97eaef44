/** Which pages of other origins may read what the API answers. */
@NullMarked
package dev.sluice.adapters.web.cors;

import org.jspecify.annotations.NullMarked;
