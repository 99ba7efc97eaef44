package dev.sluice.embedded.broker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of a RabbitMQ that is installed on this machine. */
record RabbitMqFiles(Path server, Path control, Path epmd) {
    /** Debian's program on the PATH changes user and folder before it calls this one; a private node wants neither. */
    private static final Path DEBIAN = Path.of("/usr/lib/rabbitmq/bin");

    static Optional<RabbitMqFiles> find() {
        return program("rabbitmq-server")
                .flatMap(server -> program("rabbitmqctl")
                        .flatMap(control -> program("epmd").map(epmd -> new RabbitMqFiles(server, control, epmd))));
    }

    private static Optional<Path> program(String name) {
        return folders()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> folders() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                Stream.of(DEBIAN),
                Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of));
    }
}
