package dev.sluice.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

    private final SettableClock clock = new SettableClock(START);
    private final Ids ids = new Ids(clock);

    @Test
    void anIdIsAUuidOfVersion7() {
        assertThat(Stream.generate(ids::next).limit(1000)).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void anIdBeginsWithItsMillisecond() {
        assertThat(ids.next().getMostSignificantBits() >>> 16).isEqualTo(START.toEpochMilli());
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        assertThat(Stream.generate(ids::next).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void laterIdsSortAfterEarlierOnes() {
        UUID earlier = ids.next();
        clock.advance(Duration.ofMillis(1));
        assertThat(ids.next().toString()).isGreaterThan(earlier.toString());
    }
}
