package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.Invalidation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Follows what processes tell each other through Redis, and knows up to when it has heard everything. Each shard numbers
 * its invalidations under an epoch, and each process has Redis repeat the last number several times a second: who finds
 * a gap, or another epoch, trusts nothing it kept before (the near cache of Hazelcast finds lost invalidations so). What
 * this process had repeated it has heard everything before. One thread tells; any may ask.
 */
final class InvalidationLog {

    /** For how long after the last proof that nothing was missed values in memory are served. */
    static final long TRUST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Marks marks;
    private final String process;
    private final Map<Integer, Position> positions = new HashMap<>();
    private final AtomicLongArray heardUpTo;

    /** @param process names this process among all */
    InvalidationLog(Marks marks, String process, int shards, long nowNanos) {
        this.marks = marks;
        this.process = process;
        this.heardUpTo = new AtomicLongArray(shards);
        for (int shard = 0; shard < shards; shard++) {
            heardUpTo.set(shard, nowNanos - TRUST_NANOS);
        }
    }

    private record Position(String epoch, long number) {}

    /** What a message is sent as so that it proves, when it comes back, that all before it have come. */
    String sender(long nowNanos) {
        return process + "/" + nowNanos;
    }

    /** Up to when, by {@link System#nanoTime}, every invalidation that Redis confirmed has been heard. */
    long heardUpTo(Shard shard) {
        return heardUpTo.get(shard.number());
    }

    /** Takes a message: shard, epoch, number, what it is, and whom or what it is about. */
    void hear(String message) {
        List<String> words = List.of(message.split(" ", 5));
        int shard = Integer.parseInt(words.get(0));
        Position now = new Position(words.get(1), Long.parseLong(words.get(2)));
        Position before = positions.put(shard, now);
        if (words.get(3).equals("gone")) {
            follow(before, new Position(now.epoch(), now.number() - 1));
            drop(words.get(4));
        } else {
            follow(before, now);
            prove(shard, words.get(4));
        }
    }

    private void follow(Position before, Position expected) {
        if (!expected.equals(before)) {
            marks.moveAll();
        }
    }

    /** A later release may name things that this one does not know. */
    private void drop(String what) {
        try {
            marks.move(Invalidation.parse(what));
        } catch (IllegalArgumentException unknown) {
            marks.moveAll();
        }
    }

    private void prove(int shard, String sender) {
        if (sender.startsWith(process + "/")) {
            heardUpTo.set(shard, Long.parseLong(sender.substring(process.length() + 1)));
        }
    }
}
