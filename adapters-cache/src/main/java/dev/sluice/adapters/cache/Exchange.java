package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Questions and answers over one connection, used by one thread. Each question carries a number that nobody else has, and
 * each script gives it back: a connection that has lost its step, and answers a question with the answer to another, is
 * found out before anybody believes it, and broken.
 */
final class Exchange {

    private final Connection connection;

    Exchange(Connection connection) {
        this.connection = connection;
    }

    /**
     * Asks everything before it reads the first answer.
     *
     * @return for each call a list, or the error that the server answered
     * @throws OutOfStepException if an answer is none to its question
     * @throws redis.clients.jedis.exceptions.JedisConnectionException if there is no answer
     */
    List<Object> ask(List<ScriptCall> calls) {
        List<String> numbers = calls.stream()
                .map(call -> send(Command.EVALSHA, call.script().digest(), call))
                .toList();
        List<Object> answers = receive(numbers);
        return IntStream.range(0, calls.size())
                .mapToObj(index -> learnt(answers.get(index), calls.get(index)))
                .toList();
    }

    /** A server that does not know the script is new here: its epoch begins before anything that it keeps is believed. */
    private Object learnt(Object answer, ScriptCall call) {
        if (!(answer instanceof JedisNoScriptException)) {
            return answer;
        }
        Object attended = askWhole(ScriptCall.attending(call.shard(), "-"));
        return attended instanceof JedisDataException ? attended : askWhole(call);
    }

    private Object askWhole(ScriptCall call) {
        Object answer =
                receive(List.of(send(Command.EVAL, call.script().text(), call))).getFirst();
        if (answer instanceof JedisNoScriptException) {
            throw outOfStep();
        }
        return answer;
    }

    private String send(Command command, byte[] script, ScriptCall call) {
        String number = Long.toHexString(ThreadLocalRandom.current().nextLong());
        connection.sendCommand(new CommandArguments(command)
                .add(script)
                .add(call.keys().size())
                .addObjects(call.keys())
                .addObjects(call.arguments())
                .add(number));
        return number;
    }

    private List<Object> receive(List<String> numbers) {
        List<Object> answers = connection.getMany(numbers.size());
        return IntStream.range(0, numbers.size())
                .mapToObj(index -> checked(answers.get(index), numbers.get(index)))
                .toList();
    }

    private Object checked(Object answer, String number) {
        if (answer instanceof JedisDataException) {
            return answer;
        }
        if (answer instanceof List<?> parts
                && !parts.isEmpty()
                && parts.getFirst() instanceof byte[] given
                && new String(given, UTF_8).equals(number)) {
            return parts.subList(1, parts.size());
        }
        throw outOfStep();
    }

    private OutOfStepException outOfStep() {
        connection.setBroken();
        return new OutOfStepException();
    }
}
