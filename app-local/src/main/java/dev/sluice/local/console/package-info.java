/** What the commands tell the person in front of the terminal. */
@NullMarked
package dev.sluice.local.console;

import org.jspecify.annotations.NullMarked;
