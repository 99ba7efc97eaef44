/** The REST API: what all its routes share, and the one configuration that an app imports. */
@NullMarked
package dev.sluice.adapters.web;

import org.jspecify.annotations.NullMarked;
