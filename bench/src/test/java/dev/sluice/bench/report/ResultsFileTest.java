package dev.sluice.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsFileTest {

    private static final Figure DRAIN = new Figure("drain.noop", "jobs/s", 10, 20.12345, 30);
    private static final Machine MACHINE =
            new Machine(2, "a processor", "a system", Map.of("PostgreSQL", "18.4", "Java", "25"));

    @TempDir
    private Path folder;

    @Test
    void itIsAListOfFiguresWhoseLastEntryTellsTheMachine() {
        Path file = folder.resolve("results").resolve("jobs.json");

        new ResultsFile(file).write(List.of(DRAIN), MACHINE);

        JsonNode list = JsonMapper.builder().build().readTree(file);
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.get(0))
                .hasToString(
                        "{\"name\":\"drain.noop\",\"unit\":\"jobs/s\",\"min\":10.0,\"median\":20.123,\"max\":30.0}");
        assertThat(list.get(1))
                .hasToString("{\"name\":\"machine\",\"unit\":\"cores\",\"min\":2.0,\"median\":2.0,\"max\":2.0,"
                        + "\"processor\":\"a processor\",\"system\":\"a system\","
                        + "\"versions\":{\"Java\":\"25\",\"PostgreSQL\":\"18.4\"}}");
    }

    @Test
    void theTableSaysTheSameToAPerson() {
        assertThat(new FigureTable(List.of(DRAIN, new Figure("p99", "ms", 1, 2, 12_345.6)), MACHINE).lines())
                .containsExactly(
                        "                             unit              min       median          max",
                        "drain.noop                   jobs/s          10.00        20.12        30.00",
                        "p99                          ms               1.00         2.00       12,346",
                        "",
                        "2 cores, a processor, a system",
                        "Java 25, PostgreSQL 18.4");
    }

    @Test
    void theTableShowsTheTargetsBesideTheFigures() {
        assertThat(new FigureTable(List.of(DRAIN), MACHINE, Map.of("drain.noop", "at least 15")).lines())
                .startsWith(
                        "                             unit              min       median          max   target",
                        "drain.noop                   jobs/s          10.00        20.12        30.00   at least 15");
    }
}
