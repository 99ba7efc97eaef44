/** What a person may set about the commands, through environment variables. */
@NullMarked
package dev.sluice.local.setting;

import org.jspecify.annotations.NullMarked;
