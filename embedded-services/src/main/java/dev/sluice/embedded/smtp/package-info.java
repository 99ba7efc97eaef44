/** An SMTP server that keeps each mail it receives as a file. */
@NullMarked
package dev.sluice.embedded.smtp;

import org.jspecify.annotations.NullMarked;
