package dev.sluice.local;

import dev.sluice.local.console.Console;
import dev.sluice.local.deployable.Deployable;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.seed.DemoKey;
import dev.sluice.local.seed.SmallSeed;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPort;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.ProcessLedger;
import dev.sluice.local.state.StateFolder;
import dev.sluice.local.tour.Tour;
import dev.sluice.local.tour.TourFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Runs everything, plays the tour once and stays up until it is interrupted. */
record RunCommand(Console console, Map<String, String> environment, Path folder) implements Command {
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public int run() {
        LocalPorts ports = LocalPorts.from(environment);
        StateFolder state = StateFolder.claim(folder);
        LocalLog.keepIn(state);
        endLeftovers(state);
        ports.requireFree(LocalPort.values());
        Ending.announceStopped(console, state);
        LocalServices services = LocalServices.start(console, ports, state);
        seed(services);
        Deployables deployables = Deployables.start(console, services, ports, state, address());
        Ending.announceStopping(console);
        deployables.all().forEach(this::tellOfDeath);
        String key = DemoKey.issue(services.database());
        playTour(services, deployables, state, key);
        tellOfKey(key, deployables.api().uri());
        tellOfAddress();
        console.line("");
        console.line("Up. Ctrl-C ends everything.");
        Ending.await();
        return 0;
    }

    private void endLeftovers(StateFolder state) {
        int ended = new ProcessLedger(state).endLeftovers();
        if (ended > 0) {
            console.line("An earlier run was killed: ended what it had left running (%d).".formatted(ended));
        }
    }

    private void seed(LocalServices services) {
        console.step(
                "Demo data",
                () -> SmallSeed.sow(services.database()),
                written -> written ? "three shops, half a year of orders" : "there already");
    }

    private String address() {
        return environment.getOrDefault("SERVER_ADDRESS", LOOPBACK);
    }

    /** A tour that fails is told, and the system stays up to be looked at. */
    private void playTour(LocalServices services, Deployables deployables, StateFolder state, String key) {
        try {
            new Tour(console, deployables, services.smtp(), state, key).play();
        } catch (TourFailure e) {
            console.failure("The tour failed here. %s%n  Logs: %s/".formatted(e.getMessage(), state.logs()));
        }
    }

    private void tellOfKey(String key, URI api) {
        console.line("");
        console.line("The demo key, which opens everything for a month:");
        console.line("  KEY=" + key);
        console.line("  curl -s " + api + "/v1/orders -H \"Authorization: Bearer $KEY\"");
    }

    private void tellOfAddress() {
        if (address().equals(LOOPBACK)) {
            console.line("");
            console.line("The API listens on this machine only (" + LOOPBACK + ").");
            console.line("SERVER_ADDRESS=0.0.0.0 opens it to the network.");
        }
    }

    private void tellOfDeath(Deployable deployable) {
        deployable.onUnexpectedEnd(code -> {
            console.failure("The %s ended with exit code %d; the rest stays up. Log: %s"
                    .formatted(deployable.name(), code, deployable.log().path()));
            console.line("  Start it again from another terminal: " + deployable.command());
        });
    }
}
