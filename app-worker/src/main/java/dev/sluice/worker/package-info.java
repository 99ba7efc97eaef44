/** The worker process: which parts it is made of and how they are wired. */
@NullMarked
package dev.sluice.worker;

import org.jspecify.annotations.NullMarked;
