/** Reading portfolios through the cache. */
@NullMarked
package dev.sluice.application.portfolio;

import org.jspecify.annotations.NullMarked;
