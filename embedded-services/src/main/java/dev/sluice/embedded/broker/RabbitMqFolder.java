package dev.sluice.embedded.broker;

import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The folder and ports of a private node: nothing in it is shared with an installed node. */
record RabbitMqFolder(Path path, int port, int distributionPort, int epmdPort) {

    static RabbitMqFolder make(int port) {
        var folder = new RabbitMqFolder(Folders.temporary("rabbitmq"), port, LoopbackPort.free(), LoopbackPort.free());
        folder.write("rabbitmq.conf", folder.configuration());
        folder.write("advanced.config", "[].\n");
        folder.write("enabled_plugins", "[].\n");
        folder.write("rabbitmq-env.conf", "");
        return folder;
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(epmdEnvironment());
        environment.put("HOME", path.toString());
        environment.put("RABBITMQ_NODENAME", "sluice-" + port + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", LoopbackPort.HOST);
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(port));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(distributionPort));
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}");
        environment.putAll(files());
        return environment;
    }

    /** Where the node keeps what outlives a restart. */
    Path data() {
        return path.resolve("data");
    }

    Map<String, String> epmdEnvironment() {
        return Map.of("ERL_EPMD_PORT", Integer.toString(epmdPort), "ERL_EPMD_ADDRESS", LoopbackPort.HOST);
    }

    private Map<String, String> files() {
        return Map.of(
                "RABBITMQ_MNESIA_BASE", data().toString(),
                "RABBITMQ_LOG_BASE", in("log"),
                "RABBITMQ_PID_FILE", in("rabbitmq.pid"),
                "RABBITMQ_CONF_ENV_FILE", in("rabbitmq-env.conf"),
                "RABBITMQ_CONFIG_FILE", in("rabbitmq.conf"),
                "RABBITMQ_CONFIG_FILES", in("conf.d"),
                "RABBITMQ_ADVANCED_CONFIG_FILE", in("advanced.config"),
                "RABBITMQ_ENABLED_PLUGINS_FILE", in("enabled_plugins"));
    }

    private String configuration() {
        return """
                default_user = %s
                default_pass = %s
                log.file.level = warning
                """.formatted(Credentials.USERNAME, Credentials.PASSWORD);
    }

    private String in(String name) {
        return path.resolve(name).toString();
    }

    private void write(String name, String content) {
        try {
            Files.writeString(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + name, e);
        }
    }
}
