/** The constraints on request documents. */
@NullMarked
package dev.sluice.adapters.web.validation;

import org.jspecify.annotations.NullMarked;
