/** All repositories over one store, as the contracts need them together. */
@NullMarked
package dev.sluice.domain.repository;

import org.jspecify.annotations.NullMarked;
