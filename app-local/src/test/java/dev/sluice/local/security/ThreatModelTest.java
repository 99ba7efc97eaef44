package dev.sluice.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreatModelTest {

    /** The working folder is the project's or the module's, as Maven runs the test. */
    private static final Path PROJECT = Files.isDirectory(Path.of("app-local")) ? Path.of("") : Path.of("..");

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|Contract))(?:\\.(\\w+))?`");
    private static final Pattern THREAT = Pattern.compile("(?m)^\\| (?!Threat |-)[^|]+\\|[^|]+\\|([^|]+)\\|$");

    @Test
    void eachTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();

        List<MatchResult> named = NAMED.matcher(document()).results().toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1), ""))
                        .as(test.group())
                        .contains(declared(test.group(1), test.group(2))));
    }

    @Test
    void eachThreatNamesATestOrSaysThatThereIsNone() throws IOException {
        List<String> shown =
                THREAT.matcher(document()).results().map(row -> row.group(1)).toList();

        assertThat(shown)
                .isNotEmpty()
                .allMatch(cell -> NAMED.matcher(cell).find() || cell.contains("**Not covered:**"));
    }

    private static String declared(String type, @Nullable String method) {
        return method == null ? " " + type + " " : " " + method + "(";
    }

    private static String document() throws IOException {
        return Files.readString(PROJECT.resolve("SECURITY.md"));
    }

    /** All test sources by the name of their class. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ThreatModelTest::files)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ThreatModelTest::read,
                            String::concat));
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
