/** Reading long lists a page at a time. */
@NullMarked
package dev.sluice.domain.page;

import org.jspecify.annotations.NullMarked;
