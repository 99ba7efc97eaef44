package dev.sluice.application.order;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does tasks together that arrive at the same time: those that arrive while a group commits make up the next ("group
 * commit", DeWitt and others, 1984). What a group leaves undone its own thread does alone, and so do all where the group
 * has failed for the sake of one. Safe for use by many threads.
 *
 * @param <T> the type of the tasks, no two of which are equal
 * @param <R> the type of their results
 */
final class GroupCommit<T, R> {

    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());

    /** One group is on its way to the database while another is made up. */
    private static final int GROUPS_AT_ONCE = 2;

    private static final int LARGEST_GROUP = 100;

    /** As many wait less than a second while the database answers; if it does not, nobody need wait to be told. */
    private static final int LONGEST_QUEUE = 1_000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Function<List<T>, Map<T, R>> together;
    private final Function<T, R> alone;
    private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final Semaphore turns = new Semaphore(GROUPS_AT_ONCE);

    /** @param together leaves out of its results what has to be done alone */
    GroupCommit(Function<List<T>, Map<T, R>> together, Function<T, R> alone) {
        this.together = together;
        this.alone = alone;
    }

    /** @param result empty if the task is left to its own thread */
    private record Waiting<T, R>(T task, Work work, CompletableFuture<Optional<R>> result) {}

    /**
     * Does a task, within the deadline of the calling thread's work.
     *
     * @throws Overloaded if too many wait, or the deadline is over; in the latter case it may be done even so
     */
    R call(T task) {
        Waiting<T, R> own = new Waiting<>(task, Work.current(), new CompletableFuture<>());
        if (!queue.offer(own)) {
            throw new Overloaded("too many wait to be done together", RETRY_AFTER);
        }
        if (turns.tryAcquire()) {
            Thread.ofVirtual().name("group-commit").start(this::takeTurn);
        }
        return await(own).orElseGet(() -> alone.apply(task));
    }

    private Optional<R> await(Waiting<T, R> own) {
        try {
            return own.result().get(own.work().atMost(PATIENCE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            queue.remove(own);
            throw new Overloaded("the deadline is over", RETRY_AFTER);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RetryableFailure failure ? failure : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            queue.remove(own);
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for a group", stopped);
        }
    }

    private void takeTurn() {
        // Looked at again after each turn: what was added just before its end found all turns taken.
        do {
            try {
                commitWaiting();
            } finally {
                turns.release();
            }
        } while (!queue.isEmpty() && turns.tryAcquire());
    }

    private void commitWaiting() {
        List<Waiting<T, R>> group = new ArrayList<>();
        while (queue.drainTo(group, LARGEST_GROUP) > 0) {
            commit(group);
            group.clear();
        }
    }

    private void commit(List<Waiting<T, R>> group) {
        try {
            Map<T, R> results = new Work(Urgency.REQUEST, latest(group)).call(() -> together.apply(tasks(group)));
            group.forEach(each -> each.result().complete(Optional.ofNullable(results.get(each.task()))));
        } catch (RetryableFailure unanswered) {
            group.forEach(each -> each.result().completeExceptionally(unanswered));
        } catch (RuntimeException | Error failure) {
            LOG.log(
                    Level.WARNING,
                    "a group of {0} is done one by one: {1}",
                    group.size(),
                    failure.getClass().getName());
            group.forEach(each -> each.result().complete(Optional.empty()));
        }
    }

    private static <T, R> List<T> tasks(List<Waiting<T, R>> group) {
        return group.stream().map(Waiting::task).toList();
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
