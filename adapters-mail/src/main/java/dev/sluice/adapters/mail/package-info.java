/** E-mails to buyers, sent through SMTP. */
@NullMarked
package dev.sluice.adapters.mail;

import org.jspecify.annotations.NullMarked;
