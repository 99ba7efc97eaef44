/** The upkeep of shops and their products. */
@NullMarked
package dev.sluice.application.catalogue;

import org.jspecify.annotations.NullMarked;
