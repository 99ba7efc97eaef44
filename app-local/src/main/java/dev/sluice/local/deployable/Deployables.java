package dev.sluice.local.deployable;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.local.console.Console;
import dev.sluice.local.service.EnvironmentFile;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPort;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.ProcessLedger;
import dev.sluice.local.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** API and worker of one local run. */
public record Deployables(Deployable api, Deployable worker) {
    private static final Duration READY = Duration.ofMinutes(2);

    /** Starts both at once and waits until both are ready. */
    public static Deployables start(
            Console console, LocalServices services, LocalPorts ports, StateFolder state, String apiAddress) {
        console.heading("API and worker");
        var api = launch("api", "API", services, ports.of(LocalPort.API), apiAddress, state);
        var worker = launch("worker", "worker", services, ports.of(LocalPort.WORKER), LoopbackPort.HOST, state);
        List.of(api, worker).forEach(each -> awaitReady(console, each));
        return new Deployables(api, worker);
    }

    /** Starts one more worker, on a free port, and waits until it is ready. */
    public static Deployable startWorker(LocalServices services, StateFolder state) {
        return launch("worker", "worker", services, 0, LoopbackPort.HOST, state).awaitReady(READY);
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

    private static Deployable launch(
            String id, String name, LocalServices services, int port, String address, StateFolder state) {
        int chosen = LoopbackPort.orFree(port);
        Map<String, String> environment = new HashMap<>(services.environment());
        environment.put("SERVER_PORT", Integer.toString(chosen));
        environment.put("SERVER_ADDRESS", address);
        var file = new EnvironmentFile(state.path().resolve(id + ".env"));
        file.write(environment);
        var program = Program.built(Path.of(""), "app-" + id).copiedTo(state.programs());
        var log = new LogFile(state.logs().resolve(id + ".log"));
        var started = Deployable.start(new DeployablePlan(name, program, chosen, environment, log, file.path()));
        new ProcessLedger(state).add(started.handle());
        return started;
    }
}
