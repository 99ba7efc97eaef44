/** The record of sent e-mails in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.mail;

import org.jspecify.annotations.NullMarked;
