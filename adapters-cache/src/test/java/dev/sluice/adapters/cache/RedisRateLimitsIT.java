package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.TextEncoding;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.rate.Allowance;
import dev.sluice.domain.rate.RateLimits;
import dev.sluice.domain.rate.RateLimitsContract;
import dev.sluice.domain.rate.RequestKind;
import dev.sluice.domain.rate.Requester;
import dev.sluice.domain.rate.Spending.Allowed;
import dev.sluice.domain.rate.Spending.Refused;
import dev.sluice.domain.rate.Spending.Uncounted;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import redis.clients.jedis.Jedis;

@Timeout(60)
class RedisRateLimitsIT implements RateLimitsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisServer server = RedisServer.start();
    private final AtomicLong nanos = new AtomicLong();
    private final List<AnnotationConfigApplicationContext> processes = new ArrayList<>();
    private final RateLimits limits = process();
    private boolean away;

    @AfterEach
    void stop() {
        processes.forEach(AnnotationConfigApplicationContext::close);
        server.close();
    }

    @Override
    public RateLimits limits() {
        return limits;
    }

    /** The windows are Redis's, and so is their time: it is made to forget what it would have forgotten by then. */
    @Override
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        if (!away) {
            try (Jedis jedis = new Jedis(server.host(), server.port())) {
                jedis.flushAll();
            }
        }
    }

    @Override
    public void goAway() {
        away = true;
        server.stop();
    }

    @Test
    void severalProcessesTogetherPassAsManyAsAreAllowed() {
        Allowance allowance = new Allowance(200, WINDOW);
        RateLimits other = process();
        int passed = 0;
        for (int time = 0; time < 200; time++) {
            passed += limits.spend(ADA, allowance, RequestKind.READ) instanceof Allowed ? 1 : 0;
            passed += other.spend(ADA, allowance, RequestKind.READ) instanceof Allowed ? 1 : 0;
        }
        assertThat(passed).isEqualTo(200);
    }

    @Test
    void aProcessThatStartsAnewKnowsWhatWasSpent() {
        for (int time = 0; time < 30; time++) {
            limits.spend(ADA, ALLOWANCE, RequestKind.READ);
        }
        assertThat(process().spend(ADA, ALLOWANCE, RequestKind.READ)).isInstanceOf(Refused.class);
    }

    @Test
    void redisHoldsNoNamesAndForgetsWithTheWindow() {
        limits.spend(new Requester("address:192.0.2.7"), ALLOWANCE, RequestKind.READ);
        try (Jedis jedis = new Jedis(server.host(), server.port())) {
            Set<String> names = jedis.keys("*requests*");
            assertThat(names).hasSize(1).noneMatch(name -> name.contains("192.0.2.7"));
            assertThat(jedis.pttl(names.iterator().next())).isBetween(1L, WINDOW.toMillis());
        }
    }

    @Test
    void aRedisThatHangsIsNotWaitedForAgainAndAgain() {
        RateLimits configured = processes.getFirst().getBean(RateLimits.class);
        configured.spend(ADA, ALLOWANCE, RequestKind.READ);
        server.pause();
        try {
            assertThat(IntStream.range(0, 1_000).mapToObj(time -> configured.spend(ADA, ALLOWANCE, RequestKind.READ)))
                    .allSatisfy(each -> assertThat(each).isInstanceOf(Uncounted.class));
        } finally {
            server.resume();
        }
    }

    @Test
    void aRedisThatIsBackCountsAgain() {
        RateLimits configured = context("sluice.redis.failure-pause", "50ms").getBean(RateLimits.class);
        server.stop();
        assertThat(configured.spend(ADA, ALLOWANCE, RequestKind.READ)).isInstanceOf(Uncounted.class);
        server.restart();
        await().until(() -> configured.spend(ADA, ALLOWANCE, RequestKind.READ) instanceof Allowed);
    }

    @Test
    void theConfigurationCountsInRedis() {
        assertThat(processes.getFirst().getBean(RateLimits.class)).isInstanceOf(RedisRateLimits.class);
    }

    /** An application's part, with the cache beside it. */
    private AnnotationConfigApplicationContext context(String setting, String value) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        Map<String, Object> settings = Map.of("sluice.redis.uri", "redis://" + server.address(), setting, value);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(Metrics.class, CountedMetrics::new);
        context.registerBean(Encoding.class, TextEncoding::new);
        context.register(ReadCacheConfiguration.class, RateLimitConfiguration.class);
        context.refresh();
        processes.add(context);
        return context;
    }

    /** With a time that is the test's. */
    private RateLimits process() {
        AnnotationConfigApplicationContext context = context("sluice.redis.failure-pause", "1m");
        TimelyRedis redis =
                new TimelyRedis(context.getBean(GuardedRedis.class), context.getBean(RedisFailures.class), PATIENCE);
        return new RedisRateLimits(redis, context.getBean(Shards.class), PATIENCE, WINDOW, nanos::get);
    }
}
