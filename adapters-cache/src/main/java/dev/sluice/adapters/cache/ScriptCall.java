package dev.sluice.adapters.cache;

import java.util.List;

/**
 * A script with what it is to work on.
 *
 * @param operation what it is counted as when it fails
 * @param keys of the shard
 */
record ScriptCall(String operation, RedisScript script, Shard shard, List<byte[]> keys, List<byte[]> arguments) {}
