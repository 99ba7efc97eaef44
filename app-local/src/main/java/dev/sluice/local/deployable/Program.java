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
    static Program built(Path project, String module) {
        Path folder = project.resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(folder, module + "-*-exec.jar")) {
            return new Program(jars.iterator().next());
        } catch (IOException | NoSuchElementException e) {
            throw new PlainFailure(
                    "There is no executable jar in %s: build it first (make run does)".formatted(folder), e);
        }
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
