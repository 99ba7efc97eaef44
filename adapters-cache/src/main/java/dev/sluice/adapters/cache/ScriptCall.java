package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A script with what it is to work on.
 *
 * @param operation what it is counted as when it fails
 * @param keys of the shard
 */
record ScriptCall(String operation, RedisScript script, Shard shard, List<byte[]> keys, List<byte[]> arguments) {

    /** Where processes tell each other what is no longer right. */
    static final String CHANNEL = "sluice:invalidations";

    /** For how long what is not a value is remembered without being used: longer than any value lives. */
    static final String REMEMBERED_MILLIS = "604800000";

    /**
     * Tells all processes, the caller's included, the epoch and how many invalidations there were, after seeing to it that
     * the epoch is of this server.
     *
     * @param sender by whom and when, for its own use
     */
    static ScriptCall attending(Shard shard, String sender) {
        List<byte[]> arguments = bytes(
                REMEMBERED_MILLIS, UUID.randomUUID().toString(), CHANNEL, Integer.toString(shard.number()), sender);
        return new ScriptCall("attend", RedisScript.ATTEND, shard, List.of(shard.epoch(), shard.sequence()), arguments);
    }

    static List<byte[]> bytes(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(UTF_8)).toList();
    }
}
