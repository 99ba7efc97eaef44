package dev.sluice.adapters.cache;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Redis for those who can do without it: they wait for no longer than their budget says. What concerns one shard is asked
 * together, and the shards side by side. A caller who has the time that one answer may take asks by itself, over a
 * connection that is there; the way to Redis may be longer, and others have less time, so that then another thread goes it.
 * Safe for use by many threads.
 */
final class TimelyRedis {

    private final GuardedRedis redis;
    private final RedisFailures failures;
    private final Duration longestAnswer;

    /** @param longestAnswer how long Redis may take for an answer before it counts as out of reach */
    TimelyRedis(GuardedRedis redis, RedisFailures failures, Duration longestAnswer) {
        this.redis = redis;
        this.failures = failures;
        this.longestAnswer = longestAnswer;
    }

    /**
     * Asks, unless Redis is left alone or the budget is spent.
     *
     * @return an answer to each call
     */
    <T> List<Answer<T>> ask(List<ScriptCall> calls, Function<List<?>, T> decoding, Budget budget) {
        return ask(calls, decoding, budget, group -> {});
    }

    /**
     * The same if what nobody hears of has to be undone.
     *
     * @param undoing what takes back what a call has done whose caller has left
     */
    <T> List<Answer<T>> askOrUndo(
            List<ScriptCall> calls, Function<List<?>, T> decoding, Budget budget, UnaryOperator<ScriptCall> undoing) {
        return ask(
                calls,
                decoding,
                budget,
                group -> askUnlessLeftAlone(
                        group.stream().map(undoing).toList(), answer -> answer, GuardedRedis.LONGEST));
    }

    private <T> List<Answer<T>> ask(
            List<ScriptCall> calls, Function<List<?>, T> decoding, Budget budget, Consumer<List<ScriptCall>> late) {
        return budget.isSpent() || calls.stream().allMatch(call -> redis.isLeftAlone(call.shard()))
                ? unasked(calls)
                : inTime(calls, budget, (group, most) -> askUnlessLeftAlone(group, decoding, most), late);
    }

    private <T> List<Answer<T>> askUnlessLeftAlone(
            List<ScriptCall> group, Function<List<?>, T> decoding, Duration most) {
        return redis.isLeftAlone(group.getFirst().shard()) ? unasked(group) : redis.ask(group, decoding, most);
    }

    /**
     * Tells how something has ended, which is done even if nobody has time to wait for the answer: a slow Redis would never
     * keep anything.
     *
     * @return an answer to each call
     */
    <T> List<Answer<T>> finish(List<ScriptCall> calls, Function<List<?>, T> decoding, Budget budget) {
        return inTime(calls, budget, (group, most) -> redis.ask(group, decoding, most), group -> {});
    }

    private <T> List<Answer<T>> inTime(
            List<ScriptCall> calls, Budget budget, Asking<T> asking, Consumer<List<ScriptCall>> late) {
        long begin = System.nanoTime();
        try {
            return isSoonDone(calls, budget)
                    ? asking.answers(calls, budget.left())
                    : fromOthers(calls, begin + budget.left().toNanos(), asking, late);
        } finally {
            budget.spend(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** What asks for calls of one shard, which takes so long at most. */
    private interface Asking<T> {

        List<Answer<T>> answers(List<ScriptCall> group, Duration most);
    }

    private boolean isSoonDone(List<ScriptCall> calls, Budget budget) {
        Shard shard = calls.getFirst().shard();
        return budget.left().compareTo(longestAnswer) >= 0
                && calls.stream().allMatch(call -> call.shard().equals(shard))
                && redis.isReady(shard);
    }

    private <T> List<Answer<T>> fromOthers(
            List<ScriptCall> calls, long endNanos, Asking<T> asking, Consumer<List<ScriptCall>> late) {
        Map<Shard, List<ScriptCall>> groups = calls.stream()
                .collect(Collectors.groupingBy(ScriptCall::shard, LinkedHashMap::new, Collectors.toList()));
        Map<Shard, Inquiry<List<Answer<T>>>> inquiries = new LinkedHashMap<>();
        groups.forEach((shard, group) -> inquiries.put(
                shard,
                Inquiry.begin(() -> asking.answers(group, GuardedRedis.LONGEST), unheard -> late.accept(group))));
        try {
            Map<Shard, Iterator<Answer<T>>> answers = new HashMap<>();
            inquiries.forEach((shard, inquiry) -> answers.put(
                    shard,
                    inquiry.await(Duration.ofNanos(Math.max(0, endNanos - System.nanoTime())))
                            .orElseGet(() -> late(Objects.requireNonNull(groups.get(shard))))
                            .iterator()));
            return calls.stream()
                    .map(call ->
                            Objects.requireNonNull(answers.get(call.shard())).next())
                    .toList();
        } catch (RuntimeException failure) {
            inquiries.values().forEach(Inquiry::leave);
            throw failure;
        }
    }

    private <T> List<Answer<T>> late(List<ScriptCall> group) {
        failures.count(group.getFirst().operation(), RedisFailureCause.LATE);
        return unasked(group);
    }

    private static <T> List<Answer<T>> unasked(List<ScriptCall> calls) {
        return Collections.nCopies(calls.size(), new Answer.Unknown<>());
    }
}
