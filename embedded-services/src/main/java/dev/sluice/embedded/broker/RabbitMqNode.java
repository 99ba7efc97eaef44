package dev.sluice.embedded.broker;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.ServiceProcess;
import dev.sluice.embedded.process.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A private RabbitMQ node, started from the installed files with a name, ports, folders and port mapper of its own, so
 * that it never meets the node that the machine may run. Durable queues and messages outlive a restart, not the close.
 */
public final class RabbitMqNode implements Broker {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final RabbitMqFiles files;
    private final RabbitMqFolder folder;
    private final ServiceProcess portMapper;
    private ServiceProcess node;

    private RabbitMqNode(RabbitMqFiles files, RabbitMqFolder folder, ServiceProcess portMapper) {
        this.files = files;
        this.folder = folder;
        this.portMapper = portMapper;
        this.node = launch(files, folder);
    }

    /** Whether RabbitMQ is installed on this machine. */
    public static boolean isInstalled() {
        return RabbitMqFiles.find().isPresent();
    }

    /**
     * Starts a node on a free port, which takes some seconds.
     *
     * @throws IllegalStateException when RabbitMQ is not installed
     */
    public static RabbitMqNode start() {
        var files = RabbitMqFiles.find()
                .orElseThrow(() -> new IllegalStateException("RabbitMQ is not installed: no rabbitmq-server found"));
        var folder = RabbitMqFolder.make(LoopbackPort.free());
        var node = new RabbitMqNode(files, folder, launchPortMapper(files, folder));
        AtExit.close(node);
        return node;
    }

    @Override
    public String name() {
        return "RabbitMQ";
    }

    @Override
    public int port() {
        return folder.port();
    }

    @Override
    public synchronized void stop() {
        node.terminate();
    }

    @Override
    public synchronized void restart() {
        node.terminate();
        node = launch(files, folder);
    }

    @Override
    public synchronized void restartEmpty() {
        node.terminate();
        Folders.delete(folder.data());
        node = launch(files, folder);
    }

    /** Suspends all processes of the node: its connections stay open, and nothing is answered until it resumes. */
    public void suspend() {
        node.signal(Signal.STOP);
    }

    /** Lets a suspended node go on. */
    public void resume() {
        node.signal(Signal.CONT);
    }

    /** Blocks whoever publishes, as a node does that is short of memory. */
    public void raiseMemoryAlarm() {
        control("set_vm_memory_high_watermark", "0.0000001");
    }

    /** Takes what is published again. */
    public void clearMemoryAlarm() {
        control("set_vm_memory_high_watermark", "0.4");
    }

    /** Lets a queue take no more than so many messages from now on, or soon after, whatever longer bound it has. */
    public void limitLength(String queue, int messages) {
        control("set_policy", "limited", "^" + Pattern.quote(queue) + "$", "{\"max-length\":" + messages + "}");
    }

    private void control(String... command) {
        List<String> line = new ArrayList<>(List.of(files.control().toString(), "--quiet"));
        line.addAll(List.of(command));
        ServiceProcess.start("rabbitmqctl", line, folder.environment(), folder.path())
                .awaitSuccess(LIMIT);
    }

    /** Nothing is kept, so the node need not end in order. */
    @Override
    public synchronized void close() {
        AtExit.forget(this);
        node.kill();
        portMapper.kill();
        Folders.delete(folder.path());
    }

    @Override
    public String toString() {
        return name();
    }

    /** Started here and in the foreground, since the one a node starts by itself outlives the node. */
    private static ServiceProcess launchPortMapper(RabbitMqFiles files, RabbitMqFolder folder) {
        var started =
                ServiceProcess.start("epmd", List.of(files.epmd().toString()), folder.epmdEnvironment(), folder.path());
        started.awaitReady(() -> LoopbackPort.accepts(folder.epmdPort()), LIMIT);
        return started;
    }

    private static ServiceProcess launch(RabbitMqFiles files, RabbitMqFolder folder) {
        var started = ServiceProcess.start(
                "rabbitmq", List.of(files.server().toString()), folder.environment(), folder.path());
        started.awaitReady(() -> LoopbackPort.accepts(folder.port()), LIMIT);
        return started;
    }
}
