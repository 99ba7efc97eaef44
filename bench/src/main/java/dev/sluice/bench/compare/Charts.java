package dev.sluice.bench.compare;

import dev.sluice.bench.report.BarChart;
import dev.sluice.bench.report.BarChart.Bar;
import dev.sluice.bench.report.BarChart.Group;
import dev.sluice.bench.report.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The figures as images, one for each scenario that was measured. */
record Charts(List<Figure> figures) {

    private static final int OWN = 0;
    private static final int OWN_PALE = 1;
    private static final int PEER = 2;
    private static final int PEER_PALE = 3;

    /** The charts that have a bar, by the names of their files. */
    Map<String, BarChart> all() {
        Map<String, BarChart> charts = new TreeMap<>();
        charts.put("cached-read.svg", cachedRead());
        charts.put("row-read.svg", rowRead());
        charts.put("orders-and-jobs.svg", ordersAndJobs());
        charts.put("overload.svg", overload());
        charts.put("memory.svg", memory());
        charts.put("start.svg", start());
        charts.values().removeIf(chart -> chart.groups().isEmpty());
        return charts;
    }

    void write(Path folder) {
        all().forEach((name, chart) -> write(folder.resolve(name), chart));
    }

    private static void write(Path file, BarChart chart) {
        try {
            Files.writeString(file, chart.svg());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private BarChart cachedRead() {
        return chart(
                "A cached portfolio",
                "requests/s",
                cachedRead("64 connections", "cachedRead.c64."),
                cachedRead("256 connections", "cachedRead.c256."),
                cachedRead("1,000 connections", "cachedRead.c1000."));
    }

    private Optional<Group> cachedRead(String name, String prefix) {
        return group(
                name,
                bar("Sluice", OWN, prefix + "sluice"),
                bar("constant body", OWN_PALE, prefix + "constant"),
                bar("NestJS, Fastify", PEER, prefix + "fastify"),
                bar("NestJS, Express", PEER_PALE, prefix + "express"));
    }

    private BarChart rowRead() {
        return chart(
                "One row by its key, not cached",
                "requests/s",
                both("1,000 connections", "rowRead.c1000.sluice", "rowRead.c1000.fastify"),
                both("5,000 connections", "rowRead.c5000.sluice", "rowRead.c5000.fastify"));
    }

    private BarChart ordersAndJobs() {
        return chart(
                "Orders and their jobs",
                "in a second",
                both("Place, worker runs", "order.sluice", "order.fastify"),
                both("Drain, no work", "drain.noop.sluice", "drain.noop.peer"),
                both("Drain, PDF + e-mail", "drain.full.sluice", "drain.full.peer"));
    }

    private BarChart overload() {
        return chart(
                "Ten times as many heavy reads as can be done",
                "answers/s",
                overload("Sluice, 2,000 open", "overload", "overload.c2000"),
                overload("Sluice, 5,000 open", "overload", "overload.c5000"),
                overload("NestJS, 2,000 open", "overload.fastify", "overload.fastify.c2000"),
                overload("NestJS, 5,000 open", "overload.fastify", "overload.fastify.c5000"));
    }

    private Optional<Group> overload(String name, String side, String level) {
        return group(
                name,
                bar("peak before", OWN_PALE, side + ".peak"),
                bar("good", OWN, level + ".answers"),
                bar("refused, 503", PEER_PALE, level + ".refusals"),
                bar("errors", PEER, level + ".errors"));
    }

    private BarChart memory() {
        return chart(
                "Memory, resident at most",
                "MiB",
                group(
                        "API, cached reads",
                        bar("Sluice", OWN, "api.rss"),
                        bar("Fastify", PEER, "api.rss.fastify"),
                        bar("Express", PEER_PALE, "api.rss.express")),
                both("Worker, full jobs", "worker.rss", "worker.rss.peer"));
    }

    private BarChart start() {
        return chart(
                "From start to ready",
                "seconds",
                started("API", "api.coldStart", "api.coldStart.fastify"),
                started("Worker", "worker.coldStart", "worker.coldStart.peer"));
    }

    private Optional<Group> started(String name, String own, String peer) {
        return group(
                name,
                bar("Sluice", OWN, own),
                bar("without cache", OWN_PALE, own + ".plain"),
                bar("NestJS", PEER, peer));
    }

    private Optional<Group> both(String name, String own, String peer) {
        return group(name, bar("Sluice", OWN, own), bar("NestJS", PEER, peer));
    }

    @SafeVarargs
    private static BarChart chart(String title, String unit, Optional<Group>... groups) {
        return new BarChart(
                title, unit, Stream.of(groups).flatMap(Optional::stream).toList());
    }

    @SafeVarargs
    private static Optional<Group> group(String name, Optional<Bar>... bars) {
        List<Bar> measured = Stream.of(bars).flatMap(Optional::stream).toList();
        return measured.isEmpty() ? Optional.empty() : Optional.of(new Group(name, measured));
    }

    private Optional<Bar> bar(String name, int colour, String figure) {
        return figures.stream()
                .filter(measured -> measured.name().equals(figure))
                .findFirst()
                .map(measured -> new Bar(name, colour, measured));
    }
}
