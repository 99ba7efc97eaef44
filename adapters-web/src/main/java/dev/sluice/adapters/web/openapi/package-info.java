/** The description of the API for machines and people. */
@NullMarked
package dev.sluice.adapters.web.openapi;

import org.jspecify.annotations.NullMarked;
