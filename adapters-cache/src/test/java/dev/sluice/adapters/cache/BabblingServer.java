package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/** A server that answers everybody with something that is no Redis protocol. */
final class BabblingServer implements AutoCloseable {

    private final LoopbackServer server = new LoopbackServer(BabblingServer::babble);

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static void babble(Socket caller) throws IOException {
        try (caller) {
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        }
    }
}
