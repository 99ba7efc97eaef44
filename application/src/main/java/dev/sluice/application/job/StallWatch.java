package dev.sluice.application.job;

import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.QueueProgress;
import dev.sluice.domain.job.QueueStanding;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Notices queues that stand still: work that could begin waits, workers have free slots, and for a whole span nobody has
 * begun anything. It goes by what it has seen at each of its looks, so that work which has long been due when a pause
 * ends or a worker comes back raises no alarm. {@link #runOnce} is called by one thread, the rest by any.
 */
public final class StallWatch {

    private static final System.Logger LOG = System.getLogger(StallWatch.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DueWork due;
    private final QueueProgress progress;
    private final RunningJobs running;
    private final JobMeters meters;
    private final WatchedQueues queues;
    private final Duration after;
    private final LongSupplier nanoTime;
    private final Map<QueueName, Long> begun = new HashMap<>();
    private final Map<QueueName, Long> stillSince = new HashMap<>();
    private long lookedAt;

    private volatile Set<QueueName> stalled = Set.of();
    private volatile Set<QueueName> unserved = Set.of();

    /**
     * @param after how long a queue must stand still
     * @param nanoTime a clock that only measures spans, in nanoseconds
     */
    public StallWatch(
            DueWork due,
            QueueProgress progress,
            RunningJobs running,
            JobMeters meters,
            WatchedQueues queues,
            Duration after,
            LongSupplier nanoTime) {
        this.due = due;
        this.progress = progress;
        this.running = running;
        this.meters = meters;
        this.queues = queues;
        this.after = after;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
    }

    /** The pause between two looks: what a worker tells at one, all have seen long before the span is over. */
    public static Duration pause(Duration after) {
        Duration sixth = after.dividedBy(6);
        return sixth.compareTo(LONGEST_PAUSE) < 0 ? sixth : LONGEST_PAUSE;
    }

    /** The queues that this worker serves and that stand still. */
    public Set<QueueName> stalled() {
        return stalled;
    }

    /** The queues whose work waits because no living worker serves them. */
    public Set<QueueName> unserved() {
        return unserved;
    }

    /**
     * Looks once, having told what has begun here.
     *
     * @return false: the next look can wait
     */
    public boolean runOnce() {
        Map<QueueName, Duration> ages = new HashMap<>();
        try {
            tell();
            look(ages);
        } finally {
            meters.ages(ages.size() == queues.all().size() ? ages : Map.of());
        }
        return false;
    }

    private void tell() {
        Map<QueueName, Integer> here = running.newlyBegun();
        if (!here.isEmpty()) {
            progress.begun(here);
        }
    }

    private void look(Map<QueueName, Duration> ages) {
        long now = nanoTime.getAsLong();
        if (now - lookedAt > after.toNanos() / 2) {
            // What was in between, nobody has seen: the database was away, or this process stood still.
            stillSince.clear();
        }
        Set<QueueName> still = new HashSet<>();
        Set<QueueName> alone = new HashSet<>();
        for (QueueName queue : queues.all()) {
            QueueStanding standing = progress.standing(queue);
            ages.put(queue, standing.oldest());
            if (standsStill(queue, standing, now)) {
                (standing.isServed() ? still : alone).add(queue);
            }
        }
        lookedAt = now;
        still.retainAll(queues.served());
        conclude(Set.copyOf(still), Set.copyOf(alone));
    }

    private boolean standsStill(QueueName queue, QueueStanding standing, long now) {
        Long before = begun.put(queue, standing.begun());
        boolean moved = before != null && before != standing.begun();
        if (moved || standing.isBusy() || !due.waits(queue, standing.unripe().compareTo(after) > 0)) {
            stillSince.remove(queue);
            return false;
        }
        return now - stillSince.computeIfAbsent(queue, first -> now) >= after.toNanos();
    }

    private void conclude(Set<QueueName> still, Set<QueueName> alone) {
        if (!still.equals(stalled)) {
            LOG.log(level(still), "queues that stand still although work is due: {0}", names(still));
        }
        if (!alone.equals(unserved)) {
            LOG.log(level(alone), "queues with work that is due and no worker: {0}", names(alone));
        }
        stalled = still;
        unserved = alone;
    }

    private static Level level(Set<QueueName> queues) {
        return queues.isEmpty() ? Level.INFO : Level.WARNING;
    }

    private static String names(Set<QueueName> queues) {
        return queues.isEmpty()
                ? "none"
                : queues.stream().map(QueueName::value).sorted().collect(Collectors.joining(", "));
    }
}
