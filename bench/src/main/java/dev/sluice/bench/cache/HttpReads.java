package dev.sluice.bench.cache;

import dev.sluice.bench.report.Figure;
import dev.sluice.bench.report.Findings;
import dev.sluice.bench.shop.DemoShops;
import java.util.ArrayList;
import java.util.List;

/** What one client sees of cached and of cold reads. */
final class HttpReads {

    private final CachePlan plan;
    private final OneClient client;
    private final Findings findings;
    private final List<String> creators;
    private final List<String> channels;

    HttpReads(CachePlan plan, OneClient client, DemoShops shops, Findings findings) {
        this.plan = plan;
        this.client = client;
        this.findings = findings;
        this.creators = shops.creators();
        this.channels = shops.channels();
    }

    /** The portfolio of one of the creators. */
    String portfolio() {
        return portfolio(creators.getFirst());
    }

    /** So that neither side of a comparison pays for what the process does only once. */
    void warmUp() {
        coldPortfolio();
        coldStatistics();
        hit();
    }

    void measure() {
        double cold = coldPortfolio();
        double statistics = coldStatistics();
        double hit = hit();
        findings.add("http.hit.p50", "ms", hit);
        findings.add("http.cold.p50", "ms", cold);
        findings.add("http.cold.statistics.p50", "ms", statistics);
        findings.add("http.coldToHit", "ratio", cold / hit);
    }

    /** Follows the cold reads, which leave all values in the cache. */
    private double hit() {
        List<Double> millis = new ArrayList<>();
        for (int read = 0; read < plan.reads(); read++) {
            millis.add(client.millis(portfolio(turn(creators, read)), OneClient.HIT));
        }
        return median(millis);
    }

    private double coldPortfolio() {
        List<Double> millis = new ArrayList<>();
        for (int read = 0; read < Math.max(plan.coldReads(), creators.size()); read++) {
            String creator = turn(creators, read);
            client.purge("value:portfolios:public:" + creator);
            millis.add(client.millis(portfolio(creator), OneClient.COLD));
        }
        return median(millis);
    }

    private double coldStatistics() {
        List<Double> millis = new ArrayList<>();
        for (int read = 0; read < plan.coldReads(); read++) {
            String channel = turn(channels, read);
            client.purge("value:channel-statistics:public:" + channel);
            millis.add(client.millis("/v1/channels/" + channel + "/statistics", OneClient.COLD));
        }
        return median(millis);
    }

    private static String portfolio(String creator) {
        return "/v1/creators/" + creator + "/portfolio";
    }

    private static String turn(List<String> ids, int number) {
        return ids.get(number % ids.size());
    }

    private static double median(List<Double> millis) {
        return Figure.of("read", "ms", millis).median();
    }
}
