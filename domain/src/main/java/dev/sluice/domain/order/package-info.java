/** Orders: what was bought, by whom, and how far it has come. */
@NullMarked
package dev.sluice.domain.order;

import org.jspecify.annotations.NullMarked;
