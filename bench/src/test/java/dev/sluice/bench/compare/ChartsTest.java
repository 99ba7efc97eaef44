package dev.sluice.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bench.report.BarChart.Bar;
import dev.sluice.bench.report.BarChart.Group;
import dev.sluice.bench.report.Figure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    private static final Figure OWN = new Figure("order.sluice", "orders/s", 1, 2, 3);
    private static final Figure PEER = new Figure("order.fastify", "orders/s", 4, 5, 6);

    @TempDir
    private Path folder;

    @Test
    void onlyWhatWasMeasuredHasAChartAGroupAndABar() {
        assertThat(new Charts(List.of(OWN, PEER)).all())
                .hasEntrySatisfying(
                        "orders-and-jobs.svg",
                        chart -> assertThat(chart.groups())
                                .containsExactly(new Group(
                                        "Place, worker runs",
                                        List.of(new Bar("Sluice", 0, OWN), new Bar("NestJS", 2, PEER)))));
        assertThat(new Charts(List.of(OWN)).all()).containsOnlyKeys("orders-and-jobs.svg");
        assertThat(new Charts(List.of()).all()).isEmpty();
    }

    @Test
    void eachIsAFile() {
        new Charts(List.of(OWN)).write(folder);

        assertThat(folder.resolve("orders-and-jobs.svg"))
                .content()
                .startsWith("<svg")
                .contains("Sluice");
    }
}
