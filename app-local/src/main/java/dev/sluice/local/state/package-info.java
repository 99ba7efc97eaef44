/** The folder where a local run keeps what it needs from one start to the next. */
@NullMarked
package dev.sluice.local.state;

import org.jspecify.annotations.NullMarked;
