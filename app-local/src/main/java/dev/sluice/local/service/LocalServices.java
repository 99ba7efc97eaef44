package dev.sluice.local.service;

import dev.sluice.embedded.broker.QpidBroker;
import dev.sluice.embedded.postgres.PostgresOptions;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.redis.RedisServer;
import dev.sluice.embedded.smtp.SmtpOptions;
import dev.sluice.embedded.smtp.SmtpServer;
import dev.sluice.embedded.youtube.FakeYouTube;
import dev.sluice.embedded.youtube.FakeYouTubeOptions;
import dev.sluice.local.console.Console;
import dev.sluice.local.database.Database;
import dev.sluice.local.setting.LocalPort;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.ProcessLedger;
import dev.sluice.local.state.StateFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The services of a local run. They end with this process, the last started first. */
public record LocalServices(
        Database database, RedisServer redis, QpidBroker broker, SmtpServer smtp, FakeYouTube youTube) {
    private static final String SENDER = "shop@sluice.example";

    /** Demo data and the load-test set begin with 120 days of figures, which a worker is not to forget at once. */
    private static final String FIGURES_KEPT = "365d";

    /** Starts all services and migrates the database. The ports have been found free. */
    public static LocalServices start(Console console, LocalPorts ports, StateFolder state) {
        console.heading("Services");
        var ledger = new ProcessLedger(state);
        Database database = startDatabase(console, ports, state);
        console.step("Migrations", database::migrate, applied -> applied + " applied");
        var services = new LocalServices(
                database,
                startRedis(console, ports),
                startBroker(console, ports),
                startSmtp(console, ports, state),
                startYouTube(console, ports));
        ProcessHandle.current().children().forEach(ledger::add);
        environmentFile(state.path()).write(services.environment());
        return services;
    }

    /** Starts the database alone. */
    public static Database startDatabase(Console console, LocalPorts ports, StateFolder state) {
        var options = PostgresOptions.defaults()
                .withPort(ports.of(LocalPort.POSTGRES))
                .withDataFolder(state.postgres());
        PostgresServer server =
                console.step("PostgreSQL", () -> PostgresServer.start(options), started -> "port " + started.port());
        return Database.of(server.database("sluice"));
    }

    /** Where the environment is written as soon as all services are up. */
    public static EnvironmentFile environmentFile(Path stateFolder) {
        return new EnvironmentFile(stateFolder.resolve("services.env"));
    }

    /** The variables that API and worker need to use these services. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("SPRING_RABBITMQ_HOST", broker.host());
        environment.put("SPRING_RABBITMQ_PORT", Integer.toString(broker.port()));
        environment.put("SPRING_RABBITMQ_USERNAME", broker.username());
        environment.put("SPRING_RABBITMQ_PASSWORD", broker.password());
        environment.put("SPRING_RABBITMQ_VIRTUAL_HOST", broker.virtualHost());
        environment.put("SLUICE_REDIS_URI", "redis://%s:%d".formatted(redis.host(), redis.port()));
        environment.put("SPRING_MAIL_HOST", smtp.host());
        environment.put("SPRING_MAIL_PORT", Integer.toString(smtp.port()));
        environment.put("SLUICE_MAIL_FROM", SENDER);
        environment.put("SLUICE_YOUTUBE_BASE_URI", youTube.uri().toString());
        environment.put("SLUICE_YOUTUBE_API_KEY", youTube.apiKey());
        environment.put("SLUICE_CHANNELS_KEEP", FIGURES_KEPT);
        return environment;
    }

    private static RedisServer startRedis(Console console, LocalPorts ports) {
        return console.step(
                "Redis", () -> RedisServer.start(ports.of(LocalPort.REDIS)), started -> "port " + started.port());
    }

    private static QpidBroker startBroker(Console console, LocalPorts ports) {
        return console.step(
                "AMQP broker",
                () -> QpidBroker.start(ports.of(LocalPort.BROKER)),
                started -> "port " + started.port() + ", " + started.name());
    }

    private static SmtpServer startSmtp(Console console, LocalPorts ports, StateFolder state) {
        var options = SmtpOptions.defaults().withPort(ports.of(LocalPort.SMTP)).withFolder(state.mails());
        return console.step("SMTP", () -> SmtpServer.start(options), started -> "port " + started.port());
    }

    private static FakeYouTube startYouTube(Console console, LocalPorts ports) {
        var options = FakeYouTubeOptions.defaults().withPort(ports.of(LocalPort.YOUTUBE));
        return console.step(
                "YouTube (a fake)",
                () -> FakeYouTube.start(options),
                started -> started.uri().toString());
    }
}
