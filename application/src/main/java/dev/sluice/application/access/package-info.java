/** API keys: giving them out, and telling who calls with one. */
@NullMarked
package dev.sluice.application.access;

import org.jspecify.annotations.NullMarked;
