package dev.sluice.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file in which a benchmark leaves its figures: a list, whose last entry tells the machine and the versions. */
public record ResultsFile(Path path) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public void write(List<Figure> figures, Machine machine) {
        ArrayNode list = JSON.createArrayNode();
        figures.forEach(figure -> put(list.addObject(), figure));
        ObjectNode last = list.addObject();
        put(last, Figure.of("machine", "cores", List.of((double) machine.cores())));
        last.put("processor", machine.processor());
        last.put("system", machine.system());
        ObjectNode versions = last.putObject("versions");
        new TreeMap<>(machine.versions()).forEach(versions::put);
        write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
    }

    private static void put(ObjectNode entry, Figure figure) {
        entry.put("name", figure.name()).put("unit", figure.unit());
        entry.put("min", rounded(figure.min()));
        entry.put("median", rounded(figure.median()));
        entry.put("max", rounded(figure.max()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }
}
