/** How long idempotency keys are remembered. */
@NullMarked
package dev.sluice.application.idempotency;

import org.jspecify.annotations.NullMarked;
