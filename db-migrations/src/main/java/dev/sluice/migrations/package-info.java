/** The migrations of the database and their runner. */
@NullMarked
package dev.sluice.migrations;

import org.jspecify.annotations.NullMarked;
