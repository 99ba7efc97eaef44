package dev.sluice.adapters.cache;

import java.util.List;
import java.util.stream.IntStream;

/** The shards among which values are spread by their keys. */
record Shards(List<Shard> all) {

    static Shards of(int count) {
        return new Shards(IntStream.range(0, count).mapToObj(Shard::new).toList());
    }

    Shard of(String key) {
        return all.get(Math.floorMod(key.hashCode(), all.size()));
    }
}
