package dev.sluice.adapters.web.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code sluice.web.body.*}.
 *
 * @param limit how large a request's body may be
 */
@ConfigurationProperties("sluice.web.body")
public record BodyProperties(@DefaultValue("64KB") DataSize limit) {

    public BodyProperties {
        if (limit.toBytes() < 1) {
            throw new IllegalArgumentException("sluice.web.body.limit is at least one byte");
        }
    }
}
