package dev.sluice.adapters.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** Endpoints that do not behave. */
final class Drip {

    private static final long PAUSE = 50_000_000;

    private Drip() {}

    /** Answers the first caller with a head of which another byte comes every now and then, until the caller goes. */
    static void into(ServerSocket server) {
        try (Socket caller = server.accept()) {
            OutputStream answer = caller.getOutputStream();
            answer.write("HTTP/1.1 200 OK\r\nX-Filler: ".getBytes(US_ASCII));
            while (true) {
                answer.write('a');
                LockSupport.parkNanos(PAUSE);
            }
        } catch (IOException callerGone) {
            return;
        }
    }

    /** Hears the first caller begin, and hangs up. */
    static void hangUp(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().read();
        } catch (IOException callerGone) {
            return;
        }
    }
}
