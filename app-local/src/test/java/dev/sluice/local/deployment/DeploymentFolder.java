package dev.sluice.local.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder {@code deploy}. */
final class DeploymentFolder {

    /** The working folder is the project's or the module's, as Maven runs the test. */
    private static final Path PROJECT = Files.isDirectory(Path.of("app-local")) ? Path.of("") : Path.of("..");

    private DeploymentFolder() {}

    static String read(String file) {
        return read(PROJECT.resolve("deploy").resolve(file));
    }

    /** What an image runs: the command of the container file, on the jar that the build has made. */
    static List<String> command(String app) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Yaml.document(instructions(app, "ENTRYPOINT").getLast()).items().stream()
                .map(Yaml::text)
                .map(argument -> argument.equals("application.jar") ? jar(app) : argument)
                .map(argument -> argument.equals("java") ? java : argument)
                .toList();
    }

    /** What stands after each instruction of that name in a container file. */
    static List<String> instructions(String app, String name) {
        return Pattern.compile("(?m)^" + name + " (.*)$")
                .matcher(read("container/" + app + ".Dockerfile"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String jar(String app) {
        Path folder = PROJECT.resolve("app-" + app).resolve("target");
        try (var jars = Files.newDirectoryStream(folder, "app-" + app + "-*-exec.jar")) {
            return jars.iterator().next().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Yaml compose() {
        return Yaml.document(read("compose.yaml"));
    }

    /** The settings that a deployable has unless told otherwise. */
    static Yaml defaults(String app) {
        return Yaml.document(read(PROJECT.resolve("app-" + app).resolve("src/main/resources/application.yaml")));
    }

    /** All objects of Kubernetes. */
    static List<Yaml> manifests() {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("deploy/kubernetes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> Yaml.documents(read(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Yaml manifest(String kind, String name) {
        return manifests().stream()
                .filter(manifest -> manifest.at("kind").text().equals(kind)
                        && manifest.at("metadata", "name").text().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
