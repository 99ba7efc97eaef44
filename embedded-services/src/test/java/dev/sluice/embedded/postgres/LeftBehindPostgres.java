package dev.sluice.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM that starts a server and then dies without closing it. */
final class LeftBehindPostgres {
    private LeftBehindPostgres() {}

    static ProcessHandle start(Path folder) throws IOException, InterruptedException {
        var dying = new ProcessBuilder(java(), LeftBehindPostgres.class.getName(), folder.toString());
        dying.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var jvm =
                dying.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Postmaster.find(folder.resolve("data")).orElseThrow();
    }

    public static void main(String[] arguments) {
        PostgresServer.start(PostgresOptions.defaults().withDataFolder(Path.of(arguments[0])));
        Runtime.getRuntime().halt(1);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
