/** Sluice measured side by side with a NestJS peer, on the same services and the same data. */
@NullMarked
package dev.sluice.bench.compare;

import org.jspecify.annotations.NullMarked;
