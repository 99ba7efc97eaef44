package dev.sluice.embedded.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.embedded.process.LoopbackPort;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Tells a server single commands, for which a client library would be too much. Waits for an answer for 5 s at most. */
final class RedisConsole {
    private static final int LIMIT_MILLIS = 5_000;
    private static final int LINE_END = 2;

    private final InputStream answers;

    private RedisConsole(InputStream answers) {
        this.answers = answers;
    }

    /**
     * The server's answer; the parts of one that has several are on lines of their own.
     *
     * @param words without spaces
     * @throws IllegalStateException when it is an error
     */
    static String ask(int port, String... words) {
        try (var socket = new Socket()) {
            socket.connect(LoopbackPort.address(port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write((String.join(" ", words) + "\r\n").getBytes(UTF_8));
            return new RedisConsole(new BufferedInputStream(socket.getInputStream())).answer();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis on port " + port + " does not answer", e);
        }
    }

    private String answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '$' -> text(Integer.parseInt(rest));
            case '*' -> parts(Integer.parseInt(rest));
            case '-' -> throw new IllegalStateException("Redis refuses: " + rest);
            default -> rest;
        };
    }

    private String text(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        String text = new String(answers.readNBytes(length), UTF_8);
        answers.skipNBytes(LINE_END);
        return text;
    }

    private String parts(int count) throws IOException {
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(answer());
        }
        return String.join("\n", parts);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("the connection ended in the midst of an answer");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
