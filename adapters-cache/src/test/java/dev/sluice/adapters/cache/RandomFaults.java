package dev.sluice.adapters.cache;

import dev.sluice.embedded.redis.RedisServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** What goes wrong with Redis: one fault at a time, after which it works again. Used by one thread. */
final class RandomFaults {

    /** Something that goes wrong. */
    enum Fault {
        /** Nothing answers, and then all that was asked meanwhile happens. */
        PAUSE,
        /** Each answer comes before Redis counts as out of reach, but not always before the time of who asks is up. */
        STUTTER,
        /** It dies, and comes back with what it last had on disk: at first nothing. */
        KILL,
        /** It dies after a while, and comes back with what it had before. */
        FORGET_WRITES,
        FLUSH,
        /** All messages on their way are lost. */
        DROP_MESSAGES,
        /** All messages of some time are lost, while everything else works. */
        DEAFEN,
        FORGET_SCRIPTS,
        /** Memory runs out: keys disappear, while all messages are lost or none. */
        EVICT,
        /** Memory runs out: writes are refused. */
        REFUSE_WRITES,
        /** Connections of the process that comes through the proxy lose their step. */
        REPEAT_ANSWERS
    }

    /** How many invalidations there were. */
    private static final String SEQUENCE = "{sluice:0}:sequence";

    private final RedisServer server;
    private final RepeatingProxy proxy;
    private final Random random;
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private final List<Fault> next = new ArrayList<>();

    RandomFaults(RedisServer server, RepeatingProxy proxy, Random random) {
        this.server = server;
        this.proxy = proxy;
        this.random = random;
    }

    /** Each comes once before any comes again. */
    void causeNext() {
        if (next.isEmpty()) {
            Collections.addAll(next, Fault.values());
            Collections.shuffle(next, random);
        }
        Fault fault = next.removeLast();
        cause(fault);
        counts.merge(fault, 1, Integer::sum);
    }

    Map<Fault, Integer> counts() {
        return counts;
    }

    private void cause(Fault fault) {
        switch (fault) {
            case PAUSE -> pause();
            case STUTTER -> stutter();
            case KILL -> kill();
            case FORGET_WRITES -> forgetWrites();
            case FLUSH -> administer(Jedis::flushAll);
            case DROP_MESSAGES -> administer(RandomFaults::dropMessages);
            case DEAFEN -> administer(redis -> deafen(redis, 1_000 + random.nextInt(1_500)));
            case FORGET_SCRIPTS -> administer(Jedis::scriptFlush);
            case EVICT -> administer(this::evict);
            case REFUSE_WRITES -> administer(this::refuseWrites);
            case REPEAT_ANSWERS -> repeatAnswers();
        }
    }

    private void pause() {
        loseSomeMessages();
        server.pause();
        elapse(1_800);
        server.resume();
    }

    /** All that is asked meanwhile still happens, when nobody may wait for it any more. */
    private void stutter() {
        for (int count = 15; count > 0; count--) {
            server.pause();
            elapse(190);
            server.resume();
            elapse(10);
        }
    }

    /** What was acknowledged just before a longer fault nobody hears of while it lasts. */
    private void loseSomeMessages() {
        if (random.nextBoolean()) {
            administer(redis -> deafen(redis, 150));
        }
    }

    private void kill() {
        loseSomeMessages();
        server.stop();
        elapse(1_800);
        server.restart();
    }

    private void forgetWrites() {
        administer(Jedis::save);
        elapse(200);
        server.restart();
    }

    private static void dropMessages(Jedis redis) {
        redis.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB));
    }

    private void deafen(Jedis redis, int millis) {
        long begin = System.nanoTime();
        long most = TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() - begin < most) {
            dropMessages(redis);
            elapse(4);
        }
    }

    private void evict(Jedis redis) {
        boolean deaf = random.nextBoolean();
        for (int count = random.nextInt(40); count > 0; count--) {
            String victim = random.nextInt(10) == 0 ? SEQUENCE : redis.randomKey();
            if (victim != null) {
                redis.del(victim);
            }
            if (deaf) {
                dropMessages(redis);
            }
            elapse(10);
        }
    }

    private void refuseWrites(Jedis redis) {
        redis.configSet("maxmemory", "1");
        elapse(600);
        redis.configSet("maxmemory", "0");
    }

    private void repeatAnswers() {
        for (int count = 20 + random.nextInt(60); count > 0; count--) {
            proxy.repeatAnswerTo("sluice");
            elapse(20);
        }
    }

    /** The names of the keys that would stay for ever. */
    List<String> keysWithoutTtl() {
        List<String> found = new ArrayList<>();
        administer(redis ->
                redis.keys("*").stream().filter(key -> redis.pttl(key) == -1).forEach(found::add));
        return found;
    }

    private void administer(Consumer<Jedis> command) {
        try (Jedis redis = new Jedis(server.host(), server.port())) {
            command.accept(redis);
        }
    }

    /** For how long a fault lasts, or nothing happens. */
    void elapse(int mostMillis) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(1_000 * mostMillis)));
    }
}
