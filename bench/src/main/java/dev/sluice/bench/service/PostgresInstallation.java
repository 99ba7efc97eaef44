package dev.sluice.bench.service;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server programs of a PostgreSQL that is installed on this machine.
 *
 * @param programs the folder that holds them
 */
record PostgresInstallation(Path programs) {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The newest of those that Debian keeps side by side, else the one on the PATH. */
    static Optional<PostgresInstallation> find() {
        return debian().or(() -> InstalledProgram.onPath("initdb")
                        .map(initdb -> initdb.path().getParent()))
                .filter(programs -> Files.isExecutable(programs.resolve("postgres")))
                .map(PostgresInstallation::new);
    }

    private static Optional<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN, "[0-9]*")) {
            List<Path> found = new ArrayList<>();
            versions.forEach(found::add);
            return found.stream()
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + DEBIAN, e);
        }
    }

    /** Makes the folder's data those of a server that has never run. */
    void initialize(Path folder) {
        List<String> command = unprivileged("initdb");
        command.addAll(List.of("-D", data(folder), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"));
        new InstalledProgram(Path.of(command.getFirst()))
                .output(command.subList(1, command.size()).toArray(String[]::new));
    }

    /** Starts a server with the folder's data, durable, and the settings that a fresh installation has. */
    ServiceProcess start(Path folder, int port, List<String> options) {
        List<String> command = unprivileged("postgres");
        command.addAll(List.of("-D", data(folder), "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=" + LoopbackPort.HOST, "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "fsync=on", "-c", "synchronous_commit=on"));
        options.forEach(option -> command.addAll(List.of("-c", option)));
        ServiceProcess server = ServiceProcess.start("postgres", command, Map.of(), folder);
        server.awaitReady(() -> Postgres.answers(port), LIMIT);
        return server;
    }

    private static String data(Path folder) {
        return folder.resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root, but not as a user who is root outside a namespace of his own. */
    private List<String> unprivileged(String program) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            InstalledProgram unshare = InstalledProgram.onPath("unshare")
                    .orElseThrow(
                            () -> new IllegalStateException("PostgreSQL does not run as root: run as another user"));
            command.addAll(List.of(unshare.path().toString(), "-U"));
        }
        command.add(programs.resolve(program).toString());
        return command;
    }
}
