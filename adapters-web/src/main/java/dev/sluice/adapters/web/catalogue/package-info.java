/** The routes of creators and products. */
@NullMarked
package dev.sluice.adapters.web.catalogue;

import org.jspecify.annotations.NullMarked;
