package dev.sluice.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bench.report.Figure;
import dev.sluice.bench.report.Findings;
import dev.sluice.bench.report.Progress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatiosTest {

    private final Findings findings = new Findings(new Progress());
    private final Ratios ratios = new Ratios(findings, "order");

    @Test
    void eachOtherSideHasARatio() {
        ratios.add(Map.of("sluice", 300.0, "fastify", 100.0));
        ratios.add(Map.of("sluice", 200.0, "fastify", 200.0));

        assertThat(findings.figures()).containsExactly(new Figure("order.vsFastify", "ratio", 1, 2, 3));
    }

    @Test
    void withoutAPeerThereIsNone() {
        ratios.add(Map.of("sluice", 300.0));

        assertThat(findings.figures()).isEmpty();
    }

    @Test
    void aSideThatAnsweredNothingHasNone() {
        ratios.add(Map.of("sluice", 300.0, "express", 0.0));

        assertThat(findings.figures()).isEmpty();
    }
}
