package dev.sluice.local.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The settings that the deployables know: those of our properties records and those that Spring Boot lists. */
final class Settings {

    private static final String LIST = "META-INF/spring-configuration-metadata.json";

    private final Set<String> variables;
    private final List<String> prefixes;

    private Settings(List<Setting> settings) {
        variables = settings.stream().map(Setting::variable).collect(Collectors.toUnmodifiableSet());
        prefixes = settings.stream()
                .filter(Setting::isMap)
                .map(setting -> setting.variable() + "_")
                .toList();
    }

    static Settings known() {
        return new Settings(Stream.concat(ours(), springs()).toList());
    }

    /** Whether an environment variable sets one. */
    boolean has(String variable) {
        return variables.contains(variable) || prefixes.stream().anyMatch(variable::startsWith);
    }

    /** @param isMap whether keys of any name stand below it */
    private record Setting(String key, boolean isMap) {

        /** As Spring Boot maps it: dots become underscores, dashes go. */
        String variable() {
            return key.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
        }
    }

    private static Stream<Setting> ours() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.sluice").stream()
                .map(found -> type(found.getBeanClassName()))
                .flatMap(type ->
                        below(type.getAnnotation(ConfigurationProperties.class).value(), type));
    }

    private static Class<?> type(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Setting> below(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> of(prefix, component));
    }

    private static Stream<Setting> of(String prefix, RecordComponent component) {
        String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
        return component.getType().isRecord()
                ? below(key, component.getType())
                : Stream.of(new Setting(key, Map.class.isAssignableFrom(component.getType())));
    }

    private static Stream<Setting> springs() {
        try {
            return Collections.list(Settings.class.getClassLoader().getResources(LIST)).stream()
                    .flatMap(list -> new Yaml(JsonParserFactory.getJsonParser().parseMap(read(list)))
                            .at("properties").items().stream())
                    .map(property -> new Setting(
                            property.at("name").text(),
                            property.at("type").isPresent()
                                    && property.at("type").text().startsWith("java.util.Map")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(URL list) {
        try (var content = list.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
