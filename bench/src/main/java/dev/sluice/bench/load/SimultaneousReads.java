package dev.sluice.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clients who connect first, and then all ask for the same at the same moment: no load generator does that. */
public record SimultaneousReads(URI uri, int clients) {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OK = "HTTP/1.1 200";

    /** How many were answered with 200. */
    public long goodAnswers() {
        CyclicBarrier connected = new CyclicBarrier(clients);
        Callable<Boolean> client = () -> isAnswered(connected);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(clients, client)).stream()
                    .filter(SimultaneousReads::isTrue)
                    .count();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private boolean isAnswered(CyclicBarrier connected) throws Exception {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            connected.await();
            socket.getOutputStream().write(request().getBytes(ISO_8859_1));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            String status = answer.readLine();
            return status != null && status.startsWith(OK);
        }
    }

    private String request() {
        return String.join(
                "\r\n",
                List.of(
                        "GET " + uri.getPath() + " HTTP/1.1",
                        "Host: " + uri.getAuthority(),
                        "Connection: close",
                        "",
                        ""));
    }

    private static boolean isTrue(Future<Boolean> answered) {
        try {
            return answered.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException unanswered) {
            return false;
        }
    }
}
