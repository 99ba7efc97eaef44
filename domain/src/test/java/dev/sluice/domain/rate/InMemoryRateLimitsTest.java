package dev.sluice.domain.rate;

import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;

class InMemoryRateLimitsTest implements RateLimitsContract {

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final InMemoryRateLimits limits = new InMemoryRateLimits(clock);

    @Override
    public RateLimits limits() {
        return limits;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void goAway() {
        limits.goAway();
    }
}
