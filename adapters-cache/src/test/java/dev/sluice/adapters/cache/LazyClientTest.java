package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

@Timeout(30)
class LazyClientTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    /** Connects to nothing before it is asked for something. */
    private final RedisClient redis = RedisClient.create("127.0.0.1", 1);

    private final CountDownLatch told = new CountDownLatch(1);
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        told.countDown();
        redis.close();
    }

    @Test
    void callersWhoComeTogetherShareOneAttempt() throws Exception {
        LazyClient<RedisClient> client = new LazyClient<>(this::toldLate, RedisClient::close, LONG, LONG);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RedisClient>> callers = new ArrayList<>();
            for (int caller = 0; caller < 100; caller++) {
                callers.add(threads.submit(client::get));
            }
            told.countDown();
            for (Future<RedisClient> caller : callers) {
                assertThat(caller.get(10, TimeUnit.SECONDS)).isSameAs(redis);
            }
        }
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aCallerWaitsNoLongerThanItsPatienceAndTheAttemptGoesOn() {
        LazyClient<RedisClient> client = new LazyClient<>(this::toldLate, RedisClient::close, SHORT, SHORT);
        assertThatThrownBy(client::get)
                .isInstanceOf(JedisConnectionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(client::get).hasCauseInstanceOf(TimeoutException.class);
        told.countDown();
        await().until(() -> isMade(client));
        assertThat(client.get()).isSameAs(redis);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aFailedAttemptIsFollowedByAPauseInWhichItsFailureIsTold() {
        JedisException failure = new JedisException("all are down");
        LazyClient<RedisClient> client = new LazyClient<>(() -> failing(failure), RedisClient::close, LONG, LONG);
        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(client::get)
                    .isInstanceOf(JedisConnectionException.class)
                    .hasCause(failure);
        }
        assertThat(attempts).hasValue(1);
        assertThat(isMade(client)).isFalse();
    }

    @Test
    void andThenByAnotherAttempt() {
        LazyClient<RedisClient> client = new LazyClient<>(
                () -> attempts.get() == 0 ? failing(new JedisException("all are down")) : redis,
                RedisClient::close,
                LONG,
                SHORT);
        assertThatThrownBy(client::get).isInstanceOf(JedisConnectionException.class);
        await().ignoreExceptionsInstanceOf(JedisConnectionException.class).until(() -> redis.equals(client.get()));
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        LazyClient<RedisClient> client = new LazyClient<>(this::toldLate, RedisClient::close, LONG, LONG);
        Thread.currentThread().interrupt();
        assertThatThrownBy(client::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsMadeAfterTheEndIsClosed() {
        LazyClient<RedisClient> client = new LazyClient<>(this::toldLate, RedisClient::close, SHORT, SHORT);
        assertThatThrownBy(client::get).isInstanceOf(JedisConnectionException.class);
        client.close();
        assertThatThrownBy(client::get).isInstanceOf(JedisConnectionException.class);
        assertThat(redis.getPool().isClosed()).isFalse();
        told.countDown();
        await().until(() -> redis.getPool().isClosed());
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatIsOutdatedIsClosedAndReplacedOnce() {
        RedisClient next = RedisClient.create("127.0.0.1", 2);
        LazyClient<RedisClient> client =
                new LazyClient<>(() -> attempts.getAndIncrement() == 0 ? redis : next, RedisClient::close, LONG, LONG);
        client.get();
        client.replace(redis);
        assertThat(redis.getPool().isClosed()).isTrue();
        assertThat(client.get()).isSameAs(next);
        client.replace(redis);
        assertThat(client.get()).isSameAs(next);
        client.close();
        assertThat(next.getPool().isClosed()).isTrue();
    }

    private RedisClient toldLate() {
        attempts.incrementAndGet();
        try {
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return redis;
    }

    private RedisClient failing(JedisException failure) {
        attempts.incrementAndGet();
        throw failure;
    }

    private static boolean isMade(LazyClient<RedisClient> client) {
        AtomicInteger made = new AtomicInteger();
        client.ifMade(any -> made.incrementAndGet());
        return made.get() == 1;
    }
}
