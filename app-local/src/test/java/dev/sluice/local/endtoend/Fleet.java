package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.RabbitMqNode;
import dev.sluice.embedded.process.Folders;
import dev.sluice.local.console.Console;
import dev.sluice.local.deployable.Deployable;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.seed.DemoKey;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An API and several workers that are killed and paused while others go on. Used by one thread. */
final class Fleet implements AutoCloseable {

    /** Short leases and waits, so that each pause outlives some; so many attempts that no fault can use them up. */
    private static final Map<String, String> SETTINGS = Map.of(
            "SLUICE_DATABASE_SECONDCONNECTIONS", "refused",
            "SLUICE_WORKER_LEASE", "1s",
            "SLUICE_DISPATCHER_LEASE", "1s",
            "SLUICE_DISPATCHER_LOSTAFTER", "1s",
            "SLUICE_WORKER_CRASHES", "1000",
            "SLUICE_MESSAGING_CONFIRMTIMEOUT", "1s",
            "SLUICE_MESSAGING_REPLYTIMEOUT", "1s",
            "SPRING_RABBITMQ_REQUESTEDHEARTBEAT", "2s",
            "SLUICE_JOBS_PROCESSSYNC_ATTEMPTS", "100",
            "SLUICE_JOBS_PROCESSSYNC_BACKOFF", "200ms");

    private final StateFolder state = StateFolder.claim(Folders.temporary("fault-run"));
    private final LocalServices services = LocalServices.start(Console.ofProcess(), LocalPorts.free(), state);
    private final String key = DemoKey.issue(services.database());
    private final Audit audit = Audit.begun(services.database());
    private final Broker broker = RabbitMqNode.isInstalled() ? RabbitMqNode.start() : services.broker();
    private final Map<String, String> settings = settings(broker);
    private final ExecutorService starting = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService resuming = Executors.newSingleThreadScheduledExecutor();
    private final List<Member> workers = new ArrayList<>();
    private final List<Future<?>> pauses = new ArrayList<>();
    private final Set<ProcessHandle> paused = ConcurrentHashMap.newKeySet();
    private int members;
    private Deployable api = Deployables.startApi(services, state, settings);

    Fleet(int size) {
        for (int worker = 0; worker < size; worker++) {
            workers.add(newWorker());
        }
        workers.forEach(member -> member.worker().join());
    }

    private static Map<String, String> settings(Broker broker) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("SLUICE_RATELIMITS_PERKEY", "1000000");
        settings.putAll(new OrdersQueue(broker).environment());
        return Map.copyOf(settings);
    }

    /** A worker that runs or is starting, and the name by which the audit knows it. */
    private record Member(String name, CompletableFuture<Deployable> worker) {

        boolean runs() {
            return worker.isDone();
        }
    }

    private Member newWorker() {
        String name = "worker-" + ++members;
        Map<String, String> own = new HashMap<>(settings);
        own.putAll(audit.environmentOf(name));
        return new Member(
                name, CompletableFuture.supplyAsync(() -> Deployables.startWorker(services, state, own), starting));
    }

    Audit audit() {
        return audit;
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

    /**
     * Ends a worker as {@code kill -9} does, unless it or all others are still starting, and has another one started.
     *
     * @return whether it did
     */
    boolean killWorker(Random random) {
        return kill(random.nextInt(workers.size()));
    }

    /** The same with the worker that dispatches. */
    boolean killDispatcher() {
        return kill(dispatcher());
    }

    private boolean kill(int victim) {
        boolean possible = victim >= 0
                && workers.stream().filter(Member::runs).count() > 1
                && workers.get(victim).runs();
        if (possible) {
            kill(workers.get(victim).worker().join());
            workers.set(victim, newWorker());
        }
        return possible;
    }

    /**
     * Stops a worker's clock and all it does for a while, which may well be longer than its lease.
     *
     * @return whether it did: not with one that is still starting or stands still already
     */
    boolean pauseWorker(Random random) {
        return pauseWorker(random.nextInt(workers.size()), random);
    }

    /** The same with the worker that dispatches. */
    boolean pauseDispatcher(Random random) {
        return pauseWorker(dispatcher(), random);
    }

    private boolean pauseWorker(int victim, Random random) {
        return victim >= 0
                && workers.get(victim).runs()
                && pause(workers.get(victim).worker().join(), Duration.ofMillis(random.nextInt(200, 2_500)));
    }

    /** The place of the worker that holds the dispatcher's lease, negative if it is gone and nobody has taken it yet. */
    private int dispatcher() {
        return workers.stream().map(Member::name).toList().indexOf(audit.dispatcher());
    }

    boolean pauseApi(Random random) {
        return pause(api, Duration.ofMillis(random.nextInt(50, 500)));
    }

    void restartApi() {
        kill(api);
        api = Deployables.startApi(services, state, settings);
    }

    /** Ends the broker and starts it again, every other time with nothing of what it held. */
    void restartBroker(Random random) {
        broker.stop();
        if (random.nextBoolean()) {
            broker.restart();
        } else {
            broker.restartEmpty();
        }
    }

    /** Lets the broker answer nobody for a while. Qpid, which lives in this process, is ended instead. */
    void pauseBroker(Random random) {
        if (broker instanceof RabbitMqNode node) {
            node.suspend();
            resumeAfter(Duration.ofMillis(random.nextInt(200, 4_000)), node::resume);
        } else {
            restartBroker(random);
        }
    }

    private static void kill(Deployable deployable) {
        deployable.handle().destroyForcibly();
        deployable.close();
    }

    private boolean pause(Deployable deployable, Duration pause) {
        boolean moves = paused.add(deployable.handle());
        if (moves) {
            signal("-STOP", deployable.handle());
            resumeAfter(pause, () -> {
                signal("-CONT", deployable.handle());
                paused.remove(deployable.handle());
            });
        }
        return moves;
    }

    private void resumeAfter(Duration pause, Runnable resume) {
        pauses.add(resuming.schedule(resume, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** One that has been killed meanwhile gets none. */
    private static void signal(String signal, ProcessHandle process) {
        try {
            if (process.isAlive()) {
                new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .onExit()
                        .join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        resuming.close();
        assertThat(pauses).extracting(Future::state).containsOnly(Future.State.SUCCESS);
        workers.forEach(member -> member.worker().join().close());
        starting.close();
        api.close();
        broker.close();
    }
}
