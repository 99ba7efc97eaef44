package dev.sluice.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How idempotency keys are kept.
 *
 * @param keep how long after its first use a key answers with the same result
 */
@ConfigurationProperties("sluice.idempotency")
record IdempotencyProperties(@DefaultValue("7d") Duration keep) {

    IdempotencyProperties {
        if (keep.toDays() < 1) {
            throw new IllegalArgumentException("sluice.idempotency.keep is at least 1d");
        }
    }
}
