package dev.sluice.local.deployable;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.local.service.EnvironmentFile;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.state.ProcessLedger;
import dev.sluice.local.state.StateFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts deployables on the services of a local run; their logs and environments are kept in its state folder.
 *
 * @param settings environment variables beyond those that every local run needs
 */
record Launcher(LocalServices services, StateFolder state, Map<String, String> settings) {

    /** @param port 0 for a free one */
    Deployable api(int port, String address) {
        return launch("api", "API", LoopbackPort.orFree(port), address);
    }

    /** @param port 0 for a free one */
    Deployable worker(int port) {
        return launch("worker", "worker", LoopbackPort.orFree(port), LoopbackPort.HOST);
    }

    private Deployable launch(String id, String name, int port, String address) {
        Map<String, String> environment = environment(port, address);
        Path environmentFile = state.path().resolve(id + ".env");
        new EnvironmentFile(environmentFile).write(environment);
        var program = Program.built("app-" + id).copiedTo(state.programs());
        var log = new LogFile(state.logs().resolve(id + ".log"));
        var started = Deployable.start(new DeployablePlan(name, program, port, environment, log, environmentFile));
        new ProcessLedger(state).add(started.handle());
        return started;
    }

    private Map<String, String> environment(int port, String address) {
        Map<String, String> environment = new HashMap<>(services.environment());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", address);
        // Well within the grace that a deployable has to end in.
        environment.put("SLUICE_WORKER_DRAIN", "5s");
        environment.putAll(settings);
        return environment;
    }
}
