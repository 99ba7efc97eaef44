package dev.sluice.adapters.web.job;

import jakarta.validation.constraints.NotNull;

/** Whether jobs are kept from starting. */
public record PausedDocument(
        @NotNull(message = "is required") Boolean paused) {}
