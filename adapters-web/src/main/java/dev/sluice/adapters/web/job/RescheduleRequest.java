package dev.sluice.adapters.web.job;

import dev.sluice.adapters.web.validation.Foreseeable;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** When a job is to start. */
public record RescheduleRequest(
        @NotNull(message = "is required") @Foreseeable Instant dueAt) {}
