/** Tasks that arrive at the same time and share what each would otherwise pay for alone. */
@NullMarked
package dev.sluice.application.group;

import org.jspecify.annotations.NullMarked;
