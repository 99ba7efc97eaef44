package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and its Redis, and on demand gives one answer twice, so that from then on each question of that
 * connection finds the answer to the one before: what clients and proxies with faults in them do to a connection.
 */
final class RepeatingProxy implements AutoCloseable {

    private final LoopbackServer clients;
    private final int redisPort;
    private final AtomicReference<@Nullable String> marked = new AtomicReference<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    RepeatingProxy(int redisPort) {
        this.redisPort = redisPort;
        this.clients = new LoopbackServer(this::connect);
    }

    int port() {
        return clients.port();
    }

    /** Gives the answer to the next question that holds the text twice. */
    void repeatAnswerTo(String text) {
        marked.set(text);
    }

    /** How many answers were given twice. */
    int repeated() {
        return repeated.get();
    }

    /** How many of the connections on which that happened the client has closed. */
    int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        clients.close();
    }

    /** A client whose Redis is gone is hung up on. */
    private void connect(Socket client) throws IOException {
        try {
            Passage passage = new Passage(client, new Socket(InetAddress.getLoopbackAddress(), redisPort));
            Thread.ofVirtual().start(passage::ask);
            Thread.ofVirtual().start(passage::answer);
        } catch (IOException gone) {
            client.close();
        }
    }

    /** One connection. Its questions and answers come in one piece each: they are small, and the network is the loopback. */
    private final class Passage {

        private final Socket client;
        private final Socket redis;
        private volatile boolean repeating;
        private volatile boolean outOfStep;

        private Passage(Socket client, Socket redis) {
            this.client = client;
            this.redis = redis;
        }

        private void ask() {
            pass(client, redis, question -> {
                String text = marked.get();
                if (text != null
                        && new String(question, ISO_8859_1).contains(text)
                        && marked.compareAndSet(text, null)) {
                    repeating = true;
                }
            });
            if (outOfStep) {
                lost.incrementAndGet();
            }
        }

        private void answer() {
            pass(redis, client, answer -> {
                if (repeating) {
                    repeating = false;
                    outOfStep = true;
                    client.getOutputStream().write(answer);
                    repeated.incrementAndGet();
                }
            });
        }

        private void pass(Socket from, Socket to, Look look) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                byte[] buffer = new byte[1 << 16];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    byte[] piece = Arrays.copyOf(buffer, length);
                    look.at(piece);
                    to.getOutputStream().write(piece);
                }
            } catch (IOException over) {
                Thread.onSpinWait();
            }
        }
    }

    /** Sees what passes before it is passed on. */
    private interface Look {

        void at(byte[] piece) throws IOException;
    }
}
