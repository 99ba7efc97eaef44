package dev.sluice.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A seller's endpoint, which keeps what it is told. */
final class HookListener implements AutoCloseable {

    /** What came. */
    record Received(String id, String timestamp, String signature, String body) {

        /** Whether whoever knows the secret has sent it, by the rules of Standard Webhooks. */
        boolean isSignedBy(String secret) {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            byte[] content = (id + "." + timestamp + "." + body).getBytes(UTF_8);
            return signature.equals("v1," + Base64.getEncoder().encodeToString(hmac(key, content)));
        }

        private static byte[] hmac(byte[] key, byte[] content) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(content);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private HookListener(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    static HookListener open() {
        try {
            return new HookListener(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
