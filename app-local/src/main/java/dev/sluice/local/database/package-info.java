/** The database of a local run. */
@NullMarked
package dev.sluice.local.database;

import org.jspecify.annotations.NullMarked;
