package dev.sluice.bench.compare;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What is compared. Those that write come last, since a portfolio costs more the more orders it sums up. */
enum Topic {
    CACHED_READ("cachedRead"),
    ROW_READ("rowRead"),
    OVERLOAD("overload"),
    OUTAGE("outage"),
    STAMPEDE("stampede"),
    START("start"),
    DRAIN("drain"),
    ORDER("order");

    /** As the figures' names begin. */
    private final String text;

    Topic(String text) {
        this.text = text;
    }

    static Set<Topic> all() {
        return Set.of(values());
    }

    /** @throws IllegalArgumentException if nothing has that name */
    static Topic named(String text) {
        return Arrays.stream(values())
                .filter(topic -> topic.text.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario " + text + ", but "
                        + Arrays.stream(values()).map(Topic::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return text;
    }
}
