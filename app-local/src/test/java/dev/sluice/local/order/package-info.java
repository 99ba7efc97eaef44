/** Shows what placing an order keeps to on the real database. */
@NullMarked
package dev.sluice.local.order;

import org.jspecify.annotations.NullMarked;
