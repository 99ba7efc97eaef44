package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.Answers;
import dev.sluice.bench.load.H2load;
import dev.sluice.bench.load.H2load.Protocol;
import dev.sluice.bench.load.OpenLoop;
import dev.sluice.bench.process.Deployable;
import dev.sluice.bench.process.UncachedApi;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The heavy read without any cache: portfolios, each worked out by the database for whoever asks. */
record UncachedPortfolios(Stage stage, H2load h2load) {

    /** As many as the pool has. */
    private static final int POOLED = 20;

    private static final int TIMES = 10;

    /** Answers in a second; with less, connections would wait so long for their turn that servers close them. */
    private static final int LEAST = 25;

    /** With more, which small data allow, refusing ten times as many would take most of the processors' time. */
    private static final int MOST = 100 * Runtime.getRuntime().availableProcessors();

    /** Processes that are warm. */
    Sides open(Adapter... adapters) {
        Sides sides = Sides.open(stage, () -> Deployable.API.start(UncachedApi.class, settings()), false, adapters);
        sides.all().forEach(side -> stage.warmUp(span -> peak(side, span)));
        return sides;
    }

    /** What a side answers in a second when it is asked no more than it can do. */
    double peak(Side side, Duration span) {
        return generator(side)
                .closedLoop(portfolios(side), POOLED, span)
                .whole()
                .goodRate();
    }

    /** Whether ten times as much as this peak is a load. */
    boolean canBeFlooded(double peak) {
        if (peak < LEAST) {
            stage.progress().step("  so little that ten times as much is no load: the rest is left out");
        } else if (peak > MOST) {
            stage.progress()
                    .step("  no heavy read: refusing ten times as much costs more than it, the rest is left out");
        }
        return peak >= LEAST && peak <= MOST;
    }

    /** Ten times as much as the peak over so many connections. */
    static OpenLoop flood(int connections, double peak, Duration span) {
        return new OpenLoop(connections, TIMES * peak, span);
    }

    Answers ask(Side side, OpenLoop loop) {
        return generator(side).openLoop(portfolios(side), loop);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(stage.settings());
        settings.put("server.http2.enabled", true);
        return settings;
    }

    /** Tomcat leaves out the reason phrase, without which h2load sees the status over HTTP/2 only. */
    private H2load generator(Side side) {
        return h2load.speaking(side.name().equals("sluice") ? Protocol.HTTP_2 : Protocol.HTTP_1);
    }

    private List<URI> portfolios(Side side) {
        return stage.shops().portfolioPaths().stream().map(side.uri()::resolve).toList();
    }
}
