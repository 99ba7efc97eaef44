package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.process.SluiceProcess;
import dev.sluice.bench.service.RunningProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The APIs that are compared: Sluice's first, then those of the peer that can run. */
record Sides(List<Side> all) implements AutoCloseable {

    /** An API under the name that it has in the figures. */
    record Side(String name, URI uri, RunningProcess process) {}

    /** @param cached whether the peer reads portfolios through its cache */
    static Sides open(Stage stage, Supplier<SluiceProcess> sluice, boolean cached, Adapter... adapters) {
        List<Side> sides = new ArrayList<>();
        SluiceProcess own = sluice.get();
        sides.add(new Side("sluice", own.uri(), own.process()));
        stage.peer()
                .ifPresent(peer -> Arrays.stream(adapters).forEach(adapter -> {
                    PeerProcess api = peer.api(adapter, stage, cached);
                    sides.add(new Side(adapter.toString(), api.uri(), api.process()));
                }));
        return new Sides(List.copyOf(sides));
    }

    Side sluice() {
        return all.getFirst();
    }

    List<Side> peers() {
        return all.subList(1, all.size());
    }

    @Override
    public void close() {
        all.forEach(side -> side.process().close());
    }
}
