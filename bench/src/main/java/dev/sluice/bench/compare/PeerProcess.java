package dev.sluice.bench.compare;

import dev.sluice.bench.service.HttpProbe;
import dev.sluice.bench.service.RunningProcess;
import java.net.URI;

/** An API of the peer that has been started. */
record PeerProcess(RunningProcess process, URI uri) implements AutoCloseable {

    boolean answers() {
        return HttpProbe.isOk(uri.resolve("/health"));
    }

    @Override
    public void close() {
        process.close();
    }
}
