/** The API process: which parts it is made of and how they are wired. */
@NullMarked
package dev.sluice.api;

import org.jspecify.annotations.NullMarked;
