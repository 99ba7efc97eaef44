/** The services that a benchmark measures on: the installed ones if there are any, the embedded ones otherwise. */
@NullMarked
package dev.sluice.bench.service;

import org.jspecify.annotations.NullMarked;
