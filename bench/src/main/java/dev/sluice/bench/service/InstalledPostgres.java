package dev.sluice.bench.service;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.ServiceProcess;
import dev.sluice.embedded.process.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server of the installed PostgreSQL that can be made to fail, by one thread while another may close it. */
public final class InstalledPostgres implements AutoCloseable {

    private final PostgresInstallation installation;
    private final Path folder;
    private final int port;
    private final List<String> options;
    private volatile ServiceProcess process;
    private boolean closed;

    private InstalledPostgres(PostgresInstallation installation, Path folder, int port, List<String> options) {
        this.installation = installation;
        this.folder = folder;
        this.port = port;
        this.options = List.copyOf(options);
        this.process = installation.start(folder, port, options);
    }

    static InstalledPostgres start(PostgresInstallation installation, Path folder, List<String> options) {
        installation.initialize(folder);
        return new InstalledPostgres(installation, folder, LoopbackPort.free(), options);
    }

    int port() {
        return port;
    }

    /** All of its processes stand still for so long, as on a machine that is frozen: connections neither work nor break. */
    public void pause(Duration span) throws InterruptedException {
        // First the one that starts the others.
        Signal.STOP.sendTo(process.handle());
        process.signal(Signal.STOP);
        try {
            Thread.sleep(span);
        } finally {
            process.signal(Signal.CONT);
        }
    }

    /** It dies as in a crash and stays away for so long. Returns once it has been started again and has recovered. */
    public void kill(Duration span) throws InterruptedException {
        process.kill();
        try {
            Thread.sleep(span);
        } finally {
            startAgain();
        }
    }

    private synchronized void startAgain() {
        if (!closed) {
            process = installation.start(folder, port, options);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.terminate();
    }
}
