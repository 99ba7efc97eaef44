package dev.sluice.adapters.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Accepts whoever connects to a free port of the loopback interface, one after the other. */
final class LoopbackServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Service service;

    /** What is done for a caller. */
    interface Service {

        void serve(Socket caller) throws IOException;
    }

    LoopbackServer(Service service) {
        this.service = service;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                service.serve(socket.accept());
            } catch (IOException callerOrServerGone) {
                Thread.onSpinWait();
            }
        }
    }
}
