/** The routes by which operations give out API keys. */
@NullMarked
package dev.sluice.adapters.web.apikey;

import org.jspecify.annotations.NullMarked;
