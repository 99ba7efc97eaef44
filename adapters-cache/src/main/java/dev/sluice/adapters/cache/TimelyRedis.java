package dev.sluice.adapters.cache;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Redis for those who can do without it: they wait for no longer than their budget says. What concerns one shard is asked
 * together, and the shards side by side. Safe for use by many threads.
 */
final class TimelyRedis {

    private final GuardedRedis redis;
    private final RedisFailures failures;

    TimelyRedis(GuardedRedis redis, RedisFailures failures) {
        this.redis = redis;
        this.failures = failures;
    }

    /**
     * Asks, unless Redis is left alone or the budget is spent.
     *
     * @return an answer to each call
     */
    <T> List<Answer<T>> ask(List<ScriptCall> calls, Function<List<?>, T> decoding, Budget budget) {
        return budget.isSpent() ? unasked(calls) : answers(calls, group -> inquire(group, decoding), budget);
    }

    private <T> Inquiry<List<Answer<T>>> inquire(List<ScriptCall> group, Function<List<?>, T> decoding) {
        return redis.isLeftAlone(group.getFirst().shard()) ? Inquiry.known(unasked(group)) : begin(group, decoding);
    }

    /**
     * Tells how something has ended, which is done even if nobody has time to wait for the answer: a slow Redis would never
     * keep anything.
     *
     * @return an answer to each call
     */
    <T> List<Answer<T>> finish(List<ScriptCall> calls, Function<List<?>, T> decoding, Budget budget) {
        return answers(calls, group -> begin(group, decoding), budget);
    }

    private <T> Inquiry<List<Answer<T>>> begin(List<ScriptCall> group, Function<List<?>, T> decoding) {
        return Inquiry.begin(() -> redis.ask(group, decoding));
    }

    private <T> List<Answer<T>> answers(
            List<ScriptCall> calls, Function<List<ScriptCall>, Inquiry<List<Answer<T>>>> asking, Budget budget) {
        Map<Shard, List<ScriptCall>> groups = calls.stream()
                .collect(Collectors.groupingBy(ScriptCall::shard, LinkedHashMap::new, Collectors.toList()));
        Map<Shard, Inquiry<List<Answer<T>>>> inquiries = new LinkedHashMap<>();
        groups.forEach((shard, group) -> inquiries.put(shard, asking.apply(group)));
        Map<Shard, Iterator<Answer<T>>> answers = new HashMap<>();
        inquiries.forEach((shard, inquiry) -> answers.put(
                shard,
                inquiry.await(budget)
                        .orElseGet(() -> late(Objects.requireNonNull(groups.get(shard))))
                        .iterator()));
        return calls.stream()
                .map(call -> Objects.requireNonNull(answers.get(call.shard())).next())
                .toList();
    }

    private <T> List<Answer<T>> late(List<ScriptCall> group) {
        failures.count(group.getFirst().operation(), RedisFailureCause.LATE);
        return unasked(group);
    }

    private static <T> List<Answer<T>> unasked(List<ScriptCall> calls) {
        return Collections.nCopies(calls.size(), new Answer.Unknown<>());
    }
}
