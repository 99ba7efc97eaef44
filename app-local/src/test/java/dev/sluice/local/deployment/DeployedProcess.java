package dev.sluice.local.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process as a file of the folder {@code deploy} starts it.
 *
 * @param where the file's kind
 * @param app the deployable, {@code api} or {@code worker}
 * @param environment its variables; secrets are replaced by a word
 */
record DeployedProcess(String where, String app, String name, Map<String, String> environment, int graceSeconds) {

    /** What stands for each secret. */
    static final String SECRET = "secret";

    /** All there are. */
    static List<DeployedProcess> all() {
        return Stream.concat(
                        Stream.of("migrate", "api", "worker").map(DeployedProcess::ofCompose),
                        DeploymentFolder.manifests().stream()
                                .filter(manifest ->
                                        manifest.at("spec", "template").isPresent())
                                .map(DeployedProcess::ofManifest))
                .toList();
    }

    /** Those that stay up. */
    static List<DeployedProcess> services() {
        return all().stream()
                .filter(process -> !process.name().contains("migrate"))
                .toList();
    }

    private static DeployedProcess ofCompose(String name) {
        Yaml service = DeploymentFolder.compose().at("services", name);
        Map<String, String> environment = new HashMap<>();
        service.at("environment")
                .entries()
                .forEach((key, value) -> environment.put(key, value.text().startsWith("${") ? SECRET : value.text()));
        Yaml grace = service.at("stop_grace_period");
        return new DeployedProcess(
                "compose",
                app(service.at("image")),
                name,
                environment,
                grace.isPresent() ? Integer.parseInt(grace.text().replaceFirst("s$", "")) : 10);
    }

    private static DeployedProcess ofManifest(Yaml manifest) {
        Yaml pod = manifest.at("spec", "template", "spec");
        Yaml container = pod.at("containers").items().getFirst();
        Map<String, String> environment = new HashMap<>();
        for (Yaml source : container.at("envFrom").items()) {
            String config = source.at("configMapRef", "name").text();
            DeploymentFolder.manifest("ConfigMap", config).at("data").entries().forEach((key, value) -> {
                environment.put(key, value.text());
            });
        }
        container
                .at("env")
                .items()
                .forEach(variable -> environment.put(variable.at("name").text(), SECRET));
        Yaml grace = pod.at("terminationGracePeriodSeconds");
        return new DeployedProcess(
                "kubernetes",
                app(container.at("image")),
                manifest.at("metadata", "name").text(),
                environment,
                grace.isPresent() ? grace.number() : 30);
    }

    private static String app(Yaml image) {
        return image.text().replaceFirst("^sluice-", "");
    }

    int number(String variable) {
        return Integer.parseInt(environment.get(variable));
    }

    @Override
    public String toString() {
        return name + " of " + where;
    }
}
