/** The job engine's dispatcher on a real database. */
@NullMarked
package dev.sluice.local.engine;

import org.jspecify.annotations.NullMarked;
