package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.Invalidation;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * Keys that lie on one server of a Redis cluster, whatever it is made of: the braces see to that. Outside a cluster there
 * is one shard. It counts its invalidations by itself.
 */
record Shard(int number) {

    /** The slots of such names lie evenly over a cluster, those of consecutive numbers heaped in four places. */
    private static final int STEP = 5;

    /** Changes when the server may have forgotten what it confirmed. */
    byte[] epoch() {
        return name("epoch");
    }

    /** In which of a cluster's slots it lies. */
    int slot() {
        return JedisClusterCRC16.getSlot(epoch());
    }

    /** How many invalidations there were. */
    byte[] sequence() {
        return name("sequence");
    }

    byte[] value(CacheKey<?> key) {
        return name(key.text());
    }

    /** The token that a value needs to be kept. */
    byte[] token(CacheKey<?> key) {
        return token(key.text());
    }

    private byte[] token(String text) {
        return name("token:" + text);
    }

    /** Who fetches the value. */
    byte[] lease(CacheKey<?> key) {
        return lease(key.text());
    }

    private byte[] lease(String text) {
        return name("lease:" + text);
    }

    /** All that there is of one value; without its lease a new fetch need not wait for one that began too early. */
    List<byte[]> all(Invalidation.Value value) {
        return List.of(name(value.text()), token(value.text()), lease(value.text()));
    }

    /** What all values of a region, or under a tag, must be stamped with. */
    byte[] generation(Invalidation many) {
        return name("generation:" + many.text());
    }

    /** The keys whose contents make up the stamp of a value, the epoch first. */
    List<byte[]> stamp(CacheKey<?> key) {
        List<byte[]> keys = new ArrayList<>();
        keys.add(epoch());
        keys.add(generation(new Invalidation.Region(key.region().name())));
        key.tags().forEach(tag -> keys.add(generation(new Invalidation.Tag(tag))));
        return keys;
    }

    /** How many requests somebody has made in a window. */
    byte[] requests(String requester) {
        return name("requests:" + requester);
    }

    private byte[] name(String rest) {
        return ("{sluice:" + number * STEP + "}:" + rest).getBytes(UTF_8);
    }
}
