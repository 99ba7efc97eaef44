package dev.sluice.bench.compare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.LoopbackPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An SMTP server that accepts each e-mail and forgets it: a real one would cost more than what is measured. Its threads are
 * the platform's, which wait for so few connections at less cost than virtual ones.
 */
final class MailSink implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicLong received = new AtomicLong();

    private MailSink(ServerSocket server) {
        this.server = server;
    }

    static MailSink start() {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(LoopbackPort.address(LoopbackPort.free()));
            MailSink sink = new MailSink(server);
            AtExit.close(sink);
            Thread.ofPlatform().daemon().name("mail-sink").start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port for e-mails", e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many e-mails have been accepted. */
    long received() {
        return received.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().name("mail-sink").start(() -> serve(client));
            }
        } catch (IOException closed) {
            // Nobody sends e-mails any more.
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
            client.setTcpNoDelay(true);
            converse(lines, client.getOutputStream());
        } catch (IOException gone) {
            // The client has ended, which is how a worker that is killed says goodbye.
        }
    }

    private void converse(BufferedReader lines, OutputStream answers) throws IOException {
        say(answers, "220 sink");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("DATA")) {
                say(answers, "354 go on");
                skipMail(lines);
                received.incrementAndGet();
            }
            say(answers, command.startsWith("QUIT") ? "221 bye" : "250 ok");
            if (command.startsWith("QUIT")) {
                return;
            }
        }
    }

    private static void skipMail(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            // Forgotten.
        }
    }

    private static void say(OutputStream answers, String text) throws IOException {
        answers.write((text + "\r\n").getBytes(ISO_8859_1));
        answers.flush();
    }

    @Override
    public void close() {
        AtExit.forget(this);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the port for e-mails", e);
        }
    }
}
