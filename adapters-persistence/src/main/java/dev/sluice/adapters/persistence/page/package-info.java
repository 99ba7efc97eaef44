/** Reading a table a page at a time. */
@NullMarked
package dev.sluice.adapters.persistence.page;

import org.jspecify.annotations.NullMarked;
