package dev.sluice.local.endtoend;

import dev.sluice.embedded.process.Folders;
import dev.sluice.local.console.Console;
import dev.sluice.local.deployable.Deployable;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.seed.DemoKey;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.StateFolder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One API and one worker on services of their own, which can be ended and started again. */
final class Installation implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(3);

    /** What is only counted in production fails here; and all that comes from one client here comes from many there. */
    private static final Map<String, String> STRICT = Map.of(
            "SLUICE_DATABASE_SECONDCONNECTIONS", "refused",
            "SLUICE_RATELIMITS_PERKEY", "1000000",
            "SLUICE_RATELIMITS_PERADDRESS", "1000000");

    private final StateFolder state = StateFolder.claim(Folders.temporary("end-to-end"));
    private final LocalServices services = LocalServices.start(Console.ofProcess(), LocalPorts.free(), state);
    private final String key = DemoKey.issue(services.database());
    private final Map<String, String> apiSettings;
    private final Map<String, String> workerSettings;
    private Deployable api;
    private Deployable worker;

    private Installation(Map<String, String> apiSettings, Map<String, String> workerSettings) {
        this.apiSettings = joined(STRICT, apiSettings);
        this.workerSettings = joined(STRICT, workerSettings);
        this.api = Deployables.launchApi(services, state, this.apiSettings);
        this.worker = Deployables.launchWorker(services, state, this.workerSettings);
    }

    static Installation start() {
        return start(Map.of());
    }

    /** With these environment variables for API and worker beside the usual ones. */
    static Installation start(Map<String, String> settings) {
        return start(settings, Map.of());
    }

    /** The same with more of them for workers. */
    static Installation start(Map<String, String> settings, Map<String, String> forWorkers) {
        Installation installation = new Installation(settings, joined(settings, forWorkers));
        installation.api.awaitReady(READY);
        installation.worker.awaitReady(READY);
        return installation;
    }

    LocalServices services() {
        return services;
    }

    ShopClient client() {
        return new ShopClient(api.uri(), key);
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

    /** Ends the API as {@code kill -9} does. */
    void killApi() {
        api.handle().destroyForcibly();
        api.close();
    }

    /** Starts it again, on another port. */
    void startApi() {
        api = Deployables.startApi(services, state, apiSettings);
    }

    /** One more worker beside those that run; the caller's to close. */
    Deployable anotherWorker() {
        return anotherWorker(Map.of());
    }

    /** The same with these environment variables beside the others. */
    Deployable anotherWorker(Map<String, String> more) {
        return Deployables.startWorker(services, state, joined(workerSettings, more));
    }

    private static Map<String, String> joined(Map<String, String> settings, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    Deployable api() {
        return api;
    }

    Deployable worker() {
        return worker;
    }

    /** Ends both in order, and starts both again once that is done which is to happen in between. */
    void restartAfter(Runnable between) {
        close();
        between.run();
        api = Deployables.launchApi(services, state, apiSettings);
        worker = Deployables.launchWorker(services, state, workerSettings);
        api.awaitReady(READY);
    }

    @Override
    public void close() {
        worker.close();
        api.close();
    }
}
