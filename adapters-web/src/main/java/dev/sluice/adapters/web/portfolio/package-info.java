/** The route of portfolios. */
@NullMarked
package dev.sluice.adapters.web.portfolio;

import org.jspecify.annotations.NullMarked;
