package dev.sluice.adapters.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.domain.rate.Allowance;
import dev.sluice.domain.rate.RateLimits;
import dev.sluice.domain.rate.RequestKind;
import dev.sluice.domain.rate.Requester;
import dev.sluice.domain.rate.Spending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts in Redis, of which requests are booked in blocks that this process hands out from memory. Who has spent
 * everything is refused from memory too, until the window ends.
 */
final class RedisRateLimits implements RateLimits {

    /** Some 40 MB at most. Who is forgotten loses no more than what was booked ahead. */
    private static final int REQUESTERS = 100_000;

    /** Beyond the longest window, so that nobody is forgotten in the midst of one. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final TimelyRedis redis;
    private final Shards shards;
    private final Duration budget;
    private final LongSupplier nanoTime;
    private final Account.Patience patience;
    private final Cache<Requester, Account> accounts;

    /**
     * @param budget how long a request may wait for Redis
     * @param pause for how long Redis is not asked again about a requester after it could not be
     * @param nanoTime a clock that only measures spans, such as {@link System#nanoTime}
     */
    RedisRateLimits(TimelyRedis redis, Shards shards, Duration budget, Duration pause, LongSupplier nanoTime) {
        this.redis = redis;
        this.shards = shards;
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.patience = new Account.Patience(budget, pause);
        this.accounts = Caffeine.newBuilder()
                .maximumSize(REQUESTERS)
                .expireAfterAccess(REMEMBERED)
                .build();
    }

    @Override
    public Spending spend(Requester requester, Allowance allowance, RequestKind kind) {
        return accounts.get(requester, unknown -> new Account(allowance, patience, nanoTime))
                .spend(kind, wanted -> book(requester, allowance, wanted));
    }

    /** The window ends here no later than there: what is left of it was told after the question was asked. */
    private Optional<Block> book(Requester requester, Allowance allowance, long wanted) {
        long asked = nanoTime.getAsLong();
        Answer<Block> answer = redis.ask(
                        List.of(booking(requester, allowance, wanted)),
                        booked -> block(booked, asked),
                        Budget.fresh(budget))
                .getFirst();
        return answer instanceof Answer.Given<Block> given ? Optional.of(given.content()) : Optional.empty();
    }

    private ScriptCall booking(Requester requester, Allowance allowance, long wanted) {
        String digest = requester.digest();
        Shard shard = shards.of(digest);
        List<byte[]> arguments = ScriptCall.bytes(
                Long.toString(wanted),
                Long.toString(allowance.requests()),
                Long.toString(allowance.window().toMillis()));
        return new ScriptCall("book", RedisScript.BOOK, shard, List.of(shard.requests(digest)), arguments);
    }

    private static Block block(List<?> booked, long askedNanos) {
        long lasts = Math.max(1, (long) booked.get(2));
        return new Block((long) booked.get(0), (long) booked.get(1), askedNanos + TimeUnit.MILLISECONDS.toNanos(lasts));
    }
}
