/** The embedded services that API and worker need. */
@NullMarked
package dev.sluice.local.service;

import org.jspecify.annotations.NullMarked;
