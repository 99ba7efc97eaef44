package dev.sluice.local.deployment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A value of a YAML or JSON file, or what is not there. */
record Yaml(@Nullable Object value) {

    static List<Yaml> documents(String text) {
        var parser = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(parser.loadAll(text).spliterator(), false)
                .map(Yaml::new)
                .toList();
    }

    static Yaml document(String text) {
        return documents(text).getFirst();
    }

    Yaml at(String... path) {
        Yaml found = this;
        for (String key : path) {
            found = new Yaml(found.value instanceof Map<?, ?> map ? map.get(key) : null);
        }
        return found;
    }

    boolean isPresent() {
        return value != null;
    }

    String text() {
        return requireNonNull(value, "there is no such value").toString();
    }

    int number() {
        return Integer.parseInt(text());
    }

    /** The items of a list; none if it is not there. */
    List<Yaml> items() {
        return value instanceof List<?> list ? list.stream().map(Yaml::new).toList() : List.of();
    }

    /** The entries of a map; none if it is not there. */
    Map<String, Yaml> entries() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(String.valueOf(key), new Yaml(entry)));
        }
        return entries;
    }
}
