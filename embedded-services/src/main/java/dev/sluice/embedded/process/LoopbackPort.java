package dev.sluice.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A TCP port on the loopback interface, the only interface that embedded services bind. */
public final class LoopbackPort {
    /** The loopback address as embedded services name it. */
    public static final String HOST = "127.0.0.1";

    private static final int CONNECT_MILLIS = 500;

    private LoopbackPort() {}

    /** A port that nothing listened on a moment ago. */
    public static int free() {
        try (var socket = new ServerSocket()) {
            socket.bind(address(0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + HOST, e);
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
