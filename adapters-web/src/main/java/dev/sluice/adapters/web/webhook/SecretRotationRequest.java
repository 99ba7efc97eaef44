package dev.sluice.adapters.web.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a secret is to be replaced.
 *
 * @param graceSeconds how long the old secret signs too; a day unless said otherwise
 */
record SecretRotationRequest(
        @Min(value = 0, message = "must not be negative")
        @Max(value = 2_592_000, message = "must be at most {value}")
        @Nullable
        Integer graceSeconds) {

    private static final int DAY = 86_400;

    Duration grace() {
        return Duration.ofSeconds(Objects.requireNonNullElse(graceSeconds, DAY));
    }
}
