package dev.sluice.bench.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks once whether somebody answers. */
public final class HttpProbe {

    private static final int LIMIT_MILLIS = 1_000;

    private HttpProbe() {}

    /** Whether the answer is 200, and comes within a second. */
    public static boolean isOk(URI uri) {
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
