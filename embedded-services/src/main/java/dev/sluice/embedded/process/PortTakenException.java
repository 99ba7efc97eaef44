package dev.sluice.embedded.process;

/** Says that a service cannot start because another process holds its port. */
public final class PortTakenException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortTakenException(int port, Throwable cause) {
        super("Port " + port + " on " + LoopbackPort.HOST + " is taken", cause);
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}
