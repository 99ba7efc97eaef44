package dev.sluice.embedded.broker;

import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/** One life of a Qpid broker, from its start to its stop. */
final class QpidRun {
    private final Path folder = Folders.temporary("qpid");
    private final Listener listener = new Listener();
    private final SystemLauncher launcher = new SystemLauncher(listener);
    private boolean ended;

    private QpidRun() {}

    static QpidRun start(int port) {
        var run = new QpidRun();
        run.launch(port);
        return run;
    }

    void end() {
        if (!ended) {
            ended = true;
            shutDown();
            Folders.delete(folder);
        }
    }

    /** Qpid has a JVM exit hook of its own, and a broker that this has closed cannot be closed again. */
    private void shutDown() {
        if (!listener.closed) {
            launcher.shutdown();
        }
    }

    /** Qpid reports a failed start to its log only; an open port is the sign of success. */
    private void launch(int port) {
        try {
            launcher.startup(attributes(port));
        } catch (Exception e) {
            throw failed(port, e);
        }
        if (!LoopbackPort.accepts(port)) {
            throw failed(port, listener.failure);
        }
    }

    private IllegalStateException failed(int port, @Nullable Exception cause) {
        end();
        return new IllegalStateException("Qpid did not start on port " + port, cause);
    }

    private Map<String, Object> attributes(int port) {
        var configuration = Objects.requireNonNull(QpidRun.class.getResource("qpid.json"));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(SystemConfig.TYPE, "Memory");
        attributes.put(SystemConfig.INITIAL_CONFIGURATION_LOCATION, configuration.toExternalForm());
        attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false);
        attributes.put(SystemConfig.CONTEXT, context(port));
        return attributes;
    }

    private Map<String, String> context(int port) {
        return Map.of(
                SystemConfig.QPID_WORK_DIR,
                folder.toString(),
                "sluice.host",
                LoopbackPort.HOST,
                "sluice.port",
                Integer.toString(port),
                "sluice.username",
                Credentials.USERNAME,
                "sluice.password",
                Credentials.PASSWORD);
    }

    /** Remembers what Qpid says about itself. */
    private static final class Listener extends DefaultSystemLauncherListener {
        private volatile boolean closed;
        private volatile @Nullable Exception failure;

        @Override
        public void errorOnStartup(RuntimeException e) {
            failure = e;
        }

        @Override
        public void onContainerClose(SystemConfig<?> configuration) {
            closed = true;
        }
    }
}
