package dev.sluice.adapters.web.job;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** When a job is to start. */
public record RescheduleRequest(
        @NotNull(message = "is required") Instant dueAt) {}
