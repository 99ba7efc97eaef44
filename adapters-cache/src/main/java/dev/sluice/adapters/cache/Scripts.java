package dev.sluice.adapters.cache;

import java.util.List;
import java.util.stream.IntStream;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Runs scripts on the server that has their shard. Safe for use by many threads. */
record Scripts(RedisConnections connections) {

    /**
     * @param calls of one shard
     * @return for each call a list, or the error that the server answered
     * @throws redis.clients.jedis.exceptions.JedisException if the server could not be asked
     */
    List<Object> run(List<ScriptCall> calls) {
        List<Object> answers;
        try (Connection connection = connections.lend(calls.getFirst().shard())) {
            answers = new Exchange(connection).ask(calls);
        }
        return IntStream.range(0, calls.size())
                .mapToObj(index -> answers.get(index) instanceof JedisRedirectionException elsewhere
                        ? runElsewhere(calls.get(index), elsewhere)
                        : answers.get(index))
                .toList();
    }

    private Object runElsewhere(ScriptCall call, JedisRedirectionException elsewhere) {
        try (Connection connection = connections.follow(elsewhere)) {
            return new Exchange(connection).ask(List.of(call)).getFirst();
        }
    }
}
