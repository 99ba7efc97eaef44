/** E-mails and the record of those sent. */
@NullMarked
package dev.sluice.domain.mail;

import org.jspecify.annotations.NullMarked;
