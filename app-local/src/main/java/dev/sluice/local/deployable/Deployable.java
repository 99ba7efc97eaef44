package dev.sluice.local.deployable;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.Waiting;
import dev.sluice.local.console.PlainFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** API or worker, running as a process of its own that ends with this one. */
public final class Deployable implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** The exit code after Ctrl-C, which a terminal sends to all processes of a command. */
    private static final int INTERRUPTED = 130;

    private final DeployablePlan plan;
    private final Process process;
    private volatile boolean closing;

    private Deployable(DeployablePlan plan, Process process) {
        this.plan = plan;
        this.process = process;
    }

    static Deployable start(DeployablePlan plan) {
        plan.log().clear();
        var deployable = new Deployable(plan, launched(plan));
        AtExit.close(deployable);
        return deployable;
    }

    public String name() {
        return plan.name();
    }

    public LogFile log() {
        return plan.log();
    }

    public URI uri() {
        return URI.create("http://%s:%d".formatted(LoopbackPort.HOST, plan.port()));
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The shell command that starts it again by hand. */
    public String command() {
        return "(. %s && exec %s)".formatted(plan.environmentFile(), String.join(" ", command(plan)));
    }

    /**
     * Waits until it can do its work.
     *
     * @throws PlainFailure with the end of the log, if it ends before or is not ready within the limit
     */
    public Deployable awaitReady(Duration limit) {
        var probe = new ReadinessProbe(uri());
        boolean settled = Waiting.until(() -> !process.isAlive() || probe.succeeds(), limit);
        if (!process.isAlive()) {
            throw new PlainFailure(
                    "The %s ended with exit code %d. %s".formatted(name(), process.exitValue(), log().told()));
        }
        if (!settled) {
            throw new PlainFailure(
                    "The %s is not ready after %d s. %s".formatted(name(), limit.toSeconds(), log().told()));
        }
        return this;
    }

    /** Calls the listener with the exit code if it ends without being told to: not by this process, nor by Ctrl-C. */
    public void onUnexpectedEnd(IntConsumer listener) {
        Thread.ofVirtual().name(name() + "-watch").start(() -> watch(listener));
    }

    private void watch(IntConsumer listener) {
        int code = process.onExit().join().exitValue();
        if (!closing && code != INTERRUPTED) {
            listener.accept(code);
        }
    }

    @Override
    public void close() {
        closing = true;
        AtExit.forget(this);
        process.destroy();
        if (!Waiting.untilEnded(handle(), GRACE)) {
            process.destroyForcibly();
            Waiting.untilEnded(handle(), GRACE);
        }
    }

    private static Process launched(DeployablePlan plan) {
        var builder = new ProcessBuilder(command(plan))
                .redirectErrorStream(true)
                .redirectOutput(plan.log().path().toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(plan.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the " + plan.name(), e);
        }
    }

    private static List<String> command(DeployablePlan plan) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The simple collector and the quick compiler let it start sooner, which is what counts here.
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                plan.program().jar().toString());
    }
}
