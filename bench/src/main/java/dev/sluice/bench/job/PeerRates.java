package dev.sluice.bench.job;

import dev.sluice.bench.service.ProcessorTime;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the peer reports of a round while it runs. */
final class PeerRates {

    private final int jobs;
    private final Map<String, Double> rates = new TreeMap<>();
    private final Map<String, Double> costs = new TreeMap<>();
    private ProcessorTime begin = ProcessorTime.now();

    PeerRates(int jobs) {
        this.jobs = jobs;
    }

    void read(JsonNode line) {
        if (line.has("begins")) {
            begin = ProcessorTime.now();
        } else {
            String part = line.path("ends").asString();
            rates.put(part, line.path("rate").asDouble());
            begin.perPiece(jobs).forEach((program, micros) -> costs.put(part + ".cpu." + program, micros));
        }
    }

    /** Jobs in a second, by part. */
    Map<String, Double> rates() {
        return rates;
    }

    /** @throws NoSuchElementException if the peer has not told */
    double rate(String part) {
        return Optional.ofNullable(rates.get(part)).orElseThrow();
    }

    /** Microseconds of the processors for each job, by part and program. */
    Map<String, Double> costs() {
        return costs;
    }
}
