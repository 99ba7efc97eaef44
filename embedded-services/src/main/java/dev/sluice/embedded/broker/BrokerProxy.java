package dev.sluice.embedded.broker;

import dev.sluice.embedded.process.LoopbackPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a broker on which its answers can get lost. Methods are safe to call from any thread. */
public final class BrokerProxy implements AutoCloseable {
    private static final int CHUNK = 8_192;

    private final Broker broker;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    private BrokerProxy(Broker broker, ServerSocket listener) {
        this.broker = broker;
        this.listener = listener;
    }

    /** Listens on a free port for those who want to reach the broker. */
    public static BrokerProxy to(Broker broker) {
        try {
            var listener = new ServerSocket();
            listener.bind(LoopbackPort.address(0));
            var proxy = new BrokerProxy(broker, listener);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("No way to " + broker, e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on what the broker says is lost, while what it is told still arrives. */
    public void silence() {
        silent = true;
    }

    /** Ends the silence. Connections that have lost something end too. */
    public void restore() {
        silent = false;
        sockets.forEach(BrokerProxy::close);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(BrokerProxy::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                // The loop ends with the listener.
            }
        }
    }

    private void join(Socket client) {
        sockets.add(client);
        try (client;
                var server = new Socket(broker.host(), broker.port())) {
            sockets.add(server);
            var asking = Thread.ofVirtual().start(() -> pump(client, server, false));
            pump(server, client, true);
            asking.join();
            sockets.remove(server);
        } catch (IOException outOfReach) {
            // The client finds its connection closed.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(client);
        }
    }

    /** Carries bytes until either side ends, and then ends both. */
    private void pump(Socket from, Socket to, boolean answers) {
        try {
            InputStream in = from.getInputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (!answers || !silent) {
                    to.getOutputStream().write(chunk, 0, read);
                }
            }
        } catch (IOException ended) {
            // So does the other direction.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }
}
