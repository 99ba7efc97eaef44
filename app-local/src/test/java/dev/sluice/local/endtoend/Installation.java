package dev.sluice.local.endtoend;

import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.local.console.Console;
import dev.sluice.local.deployable.Deployable;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.StateFolder;
import java.util.Map;

/** One API and one worker on services of their own; the worker can be killed and another one started. */
final class Installation implements AutoCloseable {

    private final StateFolder state;
    private final LocalServices services;
    private final Deployable api;
    private Deployable worker;

    private Installation(StateFolder state, LocalServices services, Deployables deployables) {
        this.state = state;
        this.services = services;
        this.api = deployables.api();
        this.worker = deployables.worker();
    }

    static Installation start() {
        Console console = Console.ofProcess();
        StateFolder state = StateFolder.claim(Folders.temporary("end-to-end"));
        LocalServices services = LocalServices.start(console, LocalPorts.free(), state);
        return new Installation(
                state, services, Deployables.start(console, services, LocalPorts.free(), state, LoopbackPort.HOST));
    }

    LocalServices services() {
        return services;
    }

    ShopClient client() {
        return new ShopClient(api.uri());
    }

    Records records() {
        return new Records(services.database());
    }

    /** Ends the worker as {@code kill -9} does: it settles nothing and hands nothing back. */
    void killWorker() {
        worker.handle().destroyForcibly();
        worker.close();
    }

    void startWorker() {
        worker = anotherWorker();
    }

    /** One more worker beside those that run; the caller's to close. */
    Deployable anotherWorker() {
        return anotherWorker(Map.of());
    }

    /** The same with these environment variables beside the others. */
    Deployable anotherWorker(Map<String, String> settings) {
        return Deployables.startWorker(services, state, settings);
    }

    Deployable worker() {
        return worker;
    }

    @Override
    public void close() {
        worker.close();
        api.close();
    }
}
