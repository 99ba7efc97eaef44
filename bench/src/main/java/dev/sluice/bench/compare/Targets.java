package dev.sluice.bench.compare;

import java.util.Map;

/** What some figures are to reach, in words. */
final class Targets {

    private static final String TIMES_EXPRESS = "at least 8";
    private static final String TIMES_FASTIFY = "at least 3.5";
    private static final String OF_CONSTANT = "at least 0.9";
    private static final String OF_PEAK = "at least 0.95";
    private static final String AT_ONCE = "at most 5";
    private static final String SOON = "under 2";

    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("cachedRead.c64.vsExpress", TIMES_EXPRESS),
            Map.entry("cachedRead.c64.vsFastify", TIMES_FASTIFY),
            Map.entry("cachedRead.c64.vsConstant", OF_CONSTANT),
            Map.entry("cachedRead.c256.vsExpress", TIMES_EXPRESS),
            Map.entry("cachedRead.c256.vsFastify", TIMES_FASTIFY),
            Map.entry("cachedRead.c256.vsConstant", OF_CONSTANT),
            Map.entry("cachedRead.c1000.vsExpress", TIMES_EXPRESS),
            Map.entry("cachedRead.c1000.vsFastify", TIMES_FASTIFY),
            Map.entry("cachedRead.c1000.vsConstant", OF_CONSTANT),
            Map.entry("order.vsFastify", "at least 2"),
            Map.entry("drain.noop.vsPeer", "at least 1.5"),
            Map.entry("drain.full.vsPeer", "at least 3"),
            Map.entry("rowRead.c1000.vsFastify", "at least 2"),
            Map.entry("overload.c2000.goodput", OF_PEAK),
            Map.entry("overload.c5000.goodput", OF_PEAK),
            Map.entry("overload.refusal.p99", "at most 50"),
            Map.entry("overload.unanswered", "0"),
            Map.entry("outage.paused.unanswered", "0"),
            Map.entry("outage.paused.recovery", AT_ONCE),
            Map.entry("outage.killed.unanswered", "0"),
            Map.entry("outage.killed.recovery", AT_ONCE),
            Map.entry("stampede.queries", "1"),
            Map.entry("stampede.answers", "500"),
            Map.entry("worker.rss", "under 350"),
            Map.entry("api.coldStart", SOON),
            Map.entry("worker.coldStart", SOON));

    private Targets() {}
}
