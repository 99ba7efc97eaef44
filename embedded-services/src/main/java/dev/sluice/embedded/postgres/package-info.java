/** PostgreSQL in its oldest and newest supported versions, started from binaries on the classpath. */
@NullMarked
package dev.sluice.embedded.postgres;

import org.jspecify.annotations.NullMarked;
