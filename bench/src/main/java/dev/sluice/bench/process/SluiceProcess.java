package dev.sluice.bench.process;

import dev.sluice.bench.service.HttpProbe;
import dev.sluice.bench.service.RunningProcess;
import dev.sluice.embedded.process.LoopbackPort;
import java.net.URI;
import java.time.Duration;

/** An API or a worker that has been started. */
public record SluiceProcess(RunningProcess process, int port) implements AutoCloseable {

    /** Where other programs run too, a start may take long. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    public URI uri() {
        return URI.create("http://" + LoopbackPort.HOST + ":" + port);
    }

    void awaitReady() {
        process.awaitReady(this::isReady, LIMIT);
    }

    boolean isReady() {
        return HttpProbe.isOk(uri().resolve("/actuator/health/readiness"));
    }

    @Override
    public void close() {
        process.close();
    }
}
