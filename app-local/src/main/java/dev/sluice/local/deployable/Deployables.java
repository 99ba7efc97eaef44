package dev.sluice.local.deployable;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.local.console.Console;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPort;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.StateFolder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** API and worker of one local run. */
public record Deployables(Deployable api, Deployable worker) {
    private static final Duration READY = Duration.ofMinutes(3);

    /** Starts both at once and waits until both are ready. */
    public static Deployables start(
            Console console, LocalServices services, LocalPorts ports, StateFolder state, String apiAddress) {
        console.heading("API and worker");
        var launcher = new Launcher(services, state, Map.of());
        var api = launcher.api(ports.of(LocalPort.API), apiAddress);
        var worker = launcher.worker(ports.of(LocalPort.WORKER));
        List.of(api, worker).forEach(each -> awaitReady(console, each));
        return new Deployables(api, worker);
    }

    /** Starts one more API on a free port, with these environment variables beside the others, and waits for it. */
    public static Deployable startApi(LocalServices services, StateFolder state, Map<String, String> settings) {
        return launchApi(services, state, settings).awaitReady(READY);
    }

    /** Starts one more worker on a free port, with these environment variables beside the others, and waits for it. */
    public static Deployable startWorker(LocalServices services, StateFolder state, Map<String, String> settings) {
        return launchWorker(services, state, settings).awaitReady(READY);
    }

    /** Starts one more API without waiting for it. */
    public static Deployable launchApi(LocalServices services, StateFolder state, Map<String, String> settings) {
        return new Launcher(services, state, settings).api(0, LoopbackPort.HOST);
    }

    /** Starts one more worker without waiting for it. */
    public static Deployable launchWorker(LocalServices services, StateFolder state, Map<String, String> settings) {
        return new Launcher(services, state, settings).worker(0);
    }

    public List<Deployable> all() {
        return List.of(api, worker);
    }

    private static void awaitReady(Console console, Deployable deployable) {
        console.step(
                "The " + deployable.name() + " is ready",
                () -> deployable.awaitReady(READY),
                ready -> ready.uri() + ", process " + ready.handle().pid());
    }
}
