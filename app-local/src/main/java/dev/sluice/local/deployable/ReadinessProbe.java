package dev.sluice.local.deployable;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a deployable whether it is ready. */
final class ReadinessProbe {
    private static final int LIMIT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    private final URI uri;

    ReadinessProbe(URI base) {
        this.uri = base.resolve("/actuator/health/readiness");
    }

    /** Whether it says so now; no answer is a no. */
    boolean succeeds() {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
