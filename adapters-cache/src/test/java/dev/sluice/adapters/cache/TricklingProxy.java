package dev.sluice.adapters.cache;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a client and its Redis, and on demand passes answers on byte by byte: each byte comes in time, and the
 * whole takes for ever.
 */
final class TricklingProxy implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LoopbackServer clients;
    private final int redisPort;
    private volatile boolean trickling;

    TricklingProxy(int redisPort) {
        this.redisPort = redisPort;
        this.clients = new LoopbackServer(this::connect);
    }

    int port() {
        return clients.port();
    }

    void trickle() {
        trickling = true;
    }

    @Override
    public void close() {
        clients.close();
    }

    private void connect(Socket client) throws IOException {
        Socket redis = new Socket(InetAddress.getLoopbackAddress(), redisPort);
        Thread.ofVirtual().start(() -> pass(client, redis, false));
        Thread.ofVirtual().start(() -> pass(redis, client, true));
    }

    private void pass(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                int piece = answers && trickling ? 1 : length;
                for (int place = 0; place < length; place += piece) {
                    to.getOutputStream().write(buffer, place, piece);
                    LockSupport.parkNanos(piece == length ? 0 : PAUSE_NANOS);
                }
            }
        } catch (IOException over) {
            Thread.onSpinWait();
        }
    }
}
