package dev.sluice.domain.job;

import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;

final class InMemoryTokenBucketsTest implements TokenBucketsContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final TokenBuckets buckets = new InMemoryTokenBuckets(clock);

    @Override
    public TokenBuckets buckets() {
        return buckets;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }
}
