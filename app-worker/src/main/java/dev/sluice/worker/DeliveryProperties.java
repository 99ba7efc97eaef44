package dev.sluice.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries of webhooks are kept.
 *
 * @param keep how long after its event a delivery is on record, and may be repeated
 */
@ConfigurationProperties("sluice.webhooks.deliveries")
record DeliveryProperties(@DefaultValue("30d") Duration keep) {

    DeliveryProperties {
        if (keep.toDays() < 4) {
            throw new IllegalArgumentException("sluice.webhooks.deliveries.keep is at least 4d");
        }
    }
}
