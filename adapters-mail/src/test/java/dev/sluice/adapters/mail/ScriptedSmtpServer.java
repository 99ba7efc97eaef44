package dev.sluice.adapters.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server for one connection at a time that gives one command a reply of the test's choice. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String command;
    private final String reply;
    private final AtomicInteger connections = new AtomicInteger();

    private ScriptedSmtpServer(ServerSocket socket, String command, String reply) {
        this.socket = socket;
        this.command = command;
        this.reply = reply;
    }

    /**
     * @param command how the line begins that gets the reply; empty for the greeting
     * @param reply the reply, or empty for none at all
     */
    static ScriptedSmtpServer replying(String command, String reply) throws IOException {
        var server = new ScriptedSmtpServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), command, reply);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    /** One that takes everything. */
    static ScriptedSmtpServer willing() throws IOException {
        return replying("none", "");
    }

    /** How often somebody has connected. */
    int connections() {
        return connections.get();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connections.incrementAndGet();
                converse(connection);
            } catch (IOException e) {
                // Either side has hung up.
            }
        }
    }

    private void converse(Socket connection) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        answer(connection, command.isEmpty() ? reply : "220 ready");
        boolean inData = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!inData || line.equals(".")) {
                answer(connection, replyTo(line));
                inData = line.equals("DATA") && !command.equals("DATA");
            }
        }
    }

    private String replyTo(String line) {
        if (!command.isEmpty() && line.startsWith(command)) {
            return reply;
        }
        return switch (line.split(" ", 2)[0]) {
            case "EHLO" -> "250-ok\r\n250 AUTH PLAIN";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void answer(Socket connection, String reply) throws IOException {
        if (!reply.isEmpty()) {
            OutputStream out = connection.getOutputStream();
            out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
