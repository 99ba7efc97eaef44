package dev.sluice.application.group;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.domain.metric.Metrics;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does tasks together that arrive at the same time: those that arrive while a group commits make up the next ("group
 * commit", DeWitt and others, 1984). What a group leaves undone its own thread does alone, and so do all where a group of
 * several has failed. Safe for use by many threads.
 *
 * @param <T> the type of the tasks, no two of which are equal
 * @param <R> the type of their results
 */
public final class GroupCommit<T, R> {

    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());

    private static final int LARGEST_GROUP = 100;

    /** How often those who wait look whether there is any use in it. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration RETRY_AFTER = Duration.ofMillis(500);

    /** Platform threads: in a worker, virtual ones that load a class at the same time can stall each other. */
    private static final Executor LEADERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("group-commit-", 1).daemon().factory());

    private final Function<List<T>, Map<T, R>> together;
    private final Function<T, R> alone;
    private final Duration stall;
    private final Metrics metrics;
    private final String failures;
    private final BlockingQueue<Waiting<T, R>> line;

    /** One at a time: with two each is half as large, and costs as much. */
    private final Semaphore turn = new Semaphore(1);

    private final Executor leaders;
    private final LongSupplier nanoTime;
    private volatile long lastProgress;

    /**
     * @param together leaves out of its results what has to be done alone
     * @param failures the counter of groups that have failed
     */
    public GroupCommit(
            Function<List<T>, Map<T, R>> together,
            Function<T, R> alone,
            LineLimits limits,
            Metrics metrics,
            String failures) {
        this(together, alone, limits, metrics, failures, LEADERS, System::nanoTime);
    }

    GroupCommit(
            Function<List<T>, Map<T, R>> together,
            Function<T, R> alone,
            LineLimits limits,
            Metrics metrics,
            String failures,
            Executor leaders,
            LongSupplier nanoTime) {
        this.leaders = leaders;
        this.nanoTime = nanoTime;
        this.lastProgress = nanoTime.getAsLong();
        this.together = together;
        this.alone = alone;
        this.stall = limits.stall();
        this.metrics = metrics;
        this.failures = failures;
        this.line = new LinkedBlockingQueue<>(Math.max(1, limits.waiting()));
    }

    /** @param result empty if the task is left to its own thread */
    private record Waiting<T, R>(T task, Work work, CompletableFuture<Optional<R>> result) {}

    /**
     * Does a task, within the deadline of the calling thread's work.
     *
     * @throws RuntimeException what the task has failed of, alone
     * @throws Overloaded if too many wait, the deadline is over or no group comes to its end; a task that was under way then
     *     may be done even so
     * @throws RetryableFailure if the thread is interrupted or the database out of reach; the same holds
     */
    public R call(T task) {
        Waiting<T, R> own = new Waiting<>(task, Work.current(), new CompletableFuture<>());
        if (isStalled()) {
            throw refused(own, "stalled");
        }
        if (!line.offer(own)) {
            throw refused(own, "busy");
        }
        takeTurnIfNobodyHasIt();
        return await(own).orElseGet(() -> alone.apply(task));
    }

    private Optional<R> await(Waiting<T, R> own) {
        while (true) {
            try {
                return own.result().get(own.work().atMost(LOOK).toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException unfinished) {
                leaveIfHopeless(own);
                // Whoever had it may have found no thread to use it.
                takeTurnIfNobodyHasIt();
            } catch (ExecutionException failed) {
                throw told(Objects.requireNonNull(failed.getCause()));
            } catch (InterruptedException stopped) {
                line.remove(own);
                Thread.currentThread().interrupt();
                throw new RetryableFailure("interrupted while waiting for a group", stopped);
            }
        }
    }

    private static RuntimeException told(Throwable failure) {
        return switch (failure) {
            case Overloaded refusal ->
                new Overloaded(String.valueOf(refusal.getMessage()), spread(refusal.retryAfter()));
            case RuntimeException own -> own;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    private void leaveIfHopeless(Waiting<T, R> own) {
        if (own.work().isLate()) {
            line.remove(own);
            throw refused(own, "late");
        }
        // Whoever is under way waits on: nobody else can say what becomes of it.
        if (isStalled() && line.remove(own)) {
            throw refused(own, "stalled");
        }
    }

    private boolean isStalled() {
        return turn.availablePermits() == 0 && nanoTime.getAsLong() - lastProgress > stall.toNanos();
    }

    /** Counted with those who are refused at the door to the connections: to operators it is one line. */
    private Overloaded refused(Waiting<T, R> own, String reason) {
        String urgency = own.work().urgency().tag();
        metrics.count("database.refusals", "purpose", "transaction", "urgency", urgency, "reason", reason);
        return new Overloaded("there is no turn in a group: " + reason, spread(RETRY_AFTER));
    }

    /** So that those who were refused together do not come again together. */
    private static Duration spread(Duration span) {
        return span.plusMillis(ThreadLocalRandom.current().nextLong(span.toMillis() + 1));
    }

    private void takeTurnIfNobodyHasIt() {
        if (turn.availablePermits() > 0) {
            // Before it is taken: where there is no turn to be had, an old time says that nothing moves.
            lastProgress = nanoTime.getAsLong();
            takeTurn();
        }
    }

    private void takeTurn() {
        boolean waits = turn.tryAcquire();
        try {
            if (waits) {
                leaders.execute(this::useTurn);
                waits = false;
            }
        } finally {
            if (waits) {
                turn.release();
            }
        }
    }

    private void useTurn() {
        // Looked at again after each turn: what was added just before its end found it taken.
        do {
            try {
                commitWaiting();
            } finally {
                turn.release();
            }
        } while (!line.isEmpty() && turn.tryAcquire());
    }

    private void commitWaiting() {
        List<Waiting<T, R>> group = new ArrayList<>();
        while (line.drainTo(group, LARGEST_GROUP) > 0) {
            lastProgress = nanoTime.getAsLong();
            // Their own threads tell them.
            group.removeIf(each -> each.work().isLate());
            if (!group.isEmpty()) {
                commit(group);
            }
            lastProgress = nanoTime.getAsLong();
            group.clear();
        }
    }

    private void commit(List<Waiting<T, R>> group) {
        try {
            Map<T, R> results = new Work(mostUrgent(group), latest(group)).call(() -> together.apply(tasks(group)));
            group.forEach(each -> each.result().complete(Optional.ofNullable(results.get(each.task()))));
        } catch (Overloaded refusal) {
            group.forEach(each -> each.result().completeExceptionally(refusal));
        } catch (RuntimeException | Error failure) {
            fail(group, failure);
        }
    }

    /** What one alone has failed of it would fail of again. */
    private void fail(List<Waiting<T, R>> group, Throwable failure) {
        if (group.size() == 1) {
            group.getFirst().result().completeExceptionally(failure);
        } else {
            metrics.count(failures);
            LOG.log(Level.WARNING, "a group of {0} is done one by one: {1}", group.size(), reason(failure));
            group.forEach(each -> each.result().complete(Optional.empty()));
        }
    }

    /** The message of a failure that is not ours may hold personal data. */
    private static String reason(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    private static <T, R> List<T> tasks(List<Waiting<T, R>> group) {
        return group.stream().map(Waiting::task).toList();
    }

    private static <T, R> Urgency mostUrgent(List<Waiting<T, R>> group) {
        return Collections.min(group.stream().map(each -> each.work().urgency()).toList());
    }

    /** When the last of them has to be done; each watches over its own deadline itself. */
    private static <T, R> @Nullable Deadline latest(List<Waiting<T, R>> group) {
        List<Deadline> deadlines = group.stream()
                .map(each -> each.work().deadline())
                .flatMap(Stream::ofNullable)
                .toList();
        return deadlines.size() < group.size()
                ? null
                : deadlines.stream()
                        .max(Comparator.comparing(Deadline::remaining))
                        .orElse(null);
    }
}
