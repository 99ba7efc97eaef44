package dev.sluice.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bench.report.BarChart.Bar;
import dev.sluice.bench.report.BarChart.Group;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class BarChartTest {

    private final BarChart chart = new BarChart(
            "Reads & writes",
            "requests/s",
            List.of(
                    new Group(
                            "64",
                            List.of(
                                    new Bar("Sluice", 0, new Figure("a", "requests/s", 100, 250, 500)),
                                    new Bar("peer", 2, new Figure("b", "requests/s", 50, 50, 50)))),
                    new Group("256", List.of(new Bar("none", 0, new Figure("c", "requests/s", 0, 0, 0))))));

    @Test
    void barsAreAsLongAsTheirMedianBesideTheGreatestValueOfAll() throws Exception {
        NodeList bars = parsed().getElementsByTagName("rect");

        assertThat(IntStream.range(1, bars.getLength())
                        .mapToObj(bar -> bars.item(bar)
                                .getAttributes()
                                .getNamedItem("width")
                                .getNodeValue()))
                .containsExactly("250", "50", "1");
    }

    @Test
    void allThatIsWrittenCanBeRead() throws Exception {
        assertThat(parsed().getDocumentElement().getTextContent())
                .contains("Reads & writes", "requests/s", "64", "256", "Sluice", "250", "50.00", "0.00");
    }

    private Document parsed() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.svg().getBytes(UTF_8)));
    }
}
