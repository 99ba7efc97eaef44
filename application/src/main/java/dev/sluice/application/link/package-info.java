/** The keys of signed links: when each is made and used. */
@NullMarked
package dev.sluice.application.link;

import org.jspecify.annotations.NullMarked;
