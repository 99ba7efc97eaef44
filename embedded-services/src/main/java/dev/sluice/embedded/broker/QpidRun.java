package dev.sluice.embedded.broker;

import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/** One life of a Qpid broker, from its start to its stop. */
final class QpidRun {
    private final SystemLauncher launcher;
    private final Path folder;
    private boolean ended;

    private QpidRun(SystemLauncher launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    static QpidRun start(int port) {
        var run = new QpidRun(new SystemLauncher(), Folders.temporary("qpid"));
        run.launch(port);
        return run;
    }

    void end() {
        if (!ended) {
            ended = true;
            launcher.shutdown();
            Folders.delete(folder);
        }
    }

    /** Qpid reports a failed start to its log only; an open port is the sign of success. */
    private void launch(int port) {
        try {
            launcher.startup(attributes(port));
        } catch (Exception e) {
            end();
            throw new IllegalStateException("Qpid did not start", e);
        }
        if (!LoopbackPort.accepts(port)) {
            end();
            throw new IllegalStateException("Qpid did not open port " + port);
        }
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
}
