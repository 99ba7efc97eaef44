package dev.sluice.adapters.web.job.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code sluice.web.job-events.*}.
 *
 * @param streams how many clients may listen at a time
 * @param buffer how many events may wait for each of them; one that is slower misses some and is told so
 * @param heartbeat how long a stream is silent at most, which shows both sides that the other is there
 */
@ConfigurationProperties("sluice.web.job-events")
public record JobEventProperties(
        @DefaultValue("100") int streams,
        @DefaultValue("1000") int buffer,
        @DefaultValue("15s") Duration heartbeat) {

    public JobEventProperties {
        require(streams >= 1 && streams <= 10_000, "sluice.web.job-events.streams is from 1 to 10000");
        require(buffer >= 1 && buffer <= 100_000, "sluice.web.job-events.buffer is from 1 to 100000");
        require(
                heartbeat.toMillis() >= 10 && heartbeat.toMillis() <= 60_000,
                "sluice.web.job-events.heartbeat is from 10ms to 60s");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
