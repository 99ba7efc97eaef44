package dev.sluice.local.setting;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.PortTakenException;
import dev.sluice.local.console.PlainFailure;
import java.util.Map;

/** A port that a local run listens on, and the environment variable that sets it. 0 stands for a free one. */
public enum LocalPort {
    API("API", "SLUICE_API_PORT", 8080),
    WORKER("Worker", "SLUICE_WORKER_PORT", 8081),
    POSTGRES("PostgreSQL", "SLUICE_POSTGRES_PORT", 0),
    REDIS("Redis", "SLUICE_REDIS_PORT", 0),
    BROKER("Broker", "SLUICE_BROKER_PORT", 0),
    SMTP("SMTP", "SLUICE_SMTP_PORT", 0),
    YOUTUBE("Fake YouTube", "SLUICE_YOUTUBE_PORT", 0);

    private static final int HIGHEST = 65_535;

    private final String label;
    private final String setting;
    private final int usual;

    LocalPort(String label, String setting, int usual) {
        this.label = label;
        this.setting = setting;
        this.usual = usual;
    }

    int chosen(Map<String, String> environment) {
        String value = environment.getOrDefault(setting, "");
        return value.isBlank() ? usual : parsed(value.strip());
    }

    void requireFree(int port) {
        try {
            LoopbackPort.orFree(port);
        } catch (PortTakenException e) {
            throw new PlainFailure("%s port %d is taken: set %s".formatted(label, port, setting), e);
        }
    }

    private int parsed(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST) {
            throw new PlainFailure("%s is no port number from 0 to %d: %s".formatted(setting, HIGHEST, value));
        }
        return Integer.parseInt(value);
    }
}
