package dev.sluice.bench.compare;

import dev.sluice.bench.report.Findings;
import java.util.Map;
import java.util.Optional;

/** How many times as much Sluice does as each of the others. */
record Ratios(Findings findings, String name) {

    /** @param rates by side, Sluice's among them */
    void add(Map<String, Double> rates) {
        double own = Optional.ofNullable(rates.get("sluice")).orElseThrow();
        rates.forEach((side, rate) -> {
            if (!side.equals("sluice") && rate > 0) {
                findings.add(name + ".vs" + capitalized(side), "ratio", own / rate);
            }
        });
    }

    private static String capitalized(String side) {
        return Character.toUpperCase(side.charAt(0)) + side.substring(1);
    }
}
