package dev.sluice.embedded.youtube;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each resource was called, whatever the answer. */
final class CallCounts {
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    void add(String resource) {
        calls.merge(resource, 1, Integer::sum);
    }

    int of(String resource) {
        return calls.getOrDefault(resource, 0);
    }

    int total() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }
}
