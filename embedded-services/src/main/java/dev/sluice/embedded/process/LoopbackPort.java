package dev.sluice.embedded.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port on the loopback interface, the only interface that embedded services bind. */
public final class LoopbackPort {
    /** The loopback address as embedded services name it. */
    public static final String HOST = "127.0.0.1";

    private static final int CONNECT_MILLIS = 500;

    private static final int FIRST = 10_240;
    private static final int END = 32_768;
    private static final int ATTEMPTS = 1_000;

    private LoopbackPort() {}

    /**
     * A port that nothing listened on a moment ago. Neither this JVM nor another of this user that still runs has given
     * it to anybody, so a service that starts late or again finds it free. It lies below those that outgoing connections
     * use: one of them could take it before its service does.
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && GivenPorts.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port on " + HOST);
    }

    private static boolean isFree(int port) {
        try {
            return orFree(port) == port;
        } catch (PortTakenException taken) {
            return false;
        }
    }

    /**
     * The requested port, or a free one for 0.
     *
     * @throws PortTakenException when something listens on the requested port
     */
    public static int orFree(int requested) {
        if (requested == 0) {
            return free();
        }
        try (var socket = new ServerSocket()) {
            socket.bind(address(requested));
            return requested;
        } catch (IOException e) {
            throw new PortTakenException(requested, e);
        }
    }

    /** Whether something accepts connections on the port. */
    public static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The port as an address to bind or connect to. */
    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
    }
}
