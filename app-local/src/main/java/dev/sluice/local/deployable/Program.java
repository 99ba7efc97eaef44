package dev.sluice.local.deployable;

import dev.sluice.local.console.PlainFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NoSuchElementException;

/** The executable jar of a deployable. */
record Program(Path jar) {

    /** The jar as the build left it, whatever its version. */
    static Program built(String module) {
        Path folder = moduleFolder(module).resolve("target");
        try (var jars = Files.newDirectoryStream(folder, module + "-*-exec.jar")) {
            return new Program(jars.iterator().next());
        } catch (IOException | NoSuchElementException e) {
            throw new PlainFailure("There is no executable jar in %s: run mvn package first".formatted(folder), e);
        }
    }

    /** The working folder is the project's when a person runs a command, and a module's when Maven runs a test. */
    private static Path moduleFolder(String module) {
        Path here = Path.of(module);
        return Files.isDirectory(here) ? here : Path.of("..", module);
    }

    /** A copy in the folder that later builds leave alone. */
    Program copiedTo(Path folder) {
        try {
            Path copy = folder.resolve(jar.getFileName());
            return new Program(Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + jar, e);
        }
    }
}
