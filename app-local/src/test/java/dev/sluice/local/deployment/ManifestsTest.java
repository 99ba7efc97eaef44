package dev.sluice.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestsTest {

    /** What the migration job and KEDA's login may take beside the pools of API and worker. */
    private static final int OTHERS = 25;

    static List<Yaml> pods() {
        return DeploymentFolder.manifests().stream()
                .map(manifest -> manifest.at("spec", "template", "spec"))
                .filter(Yaml::isPresent)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "worker"})
    void probesAskWhereTheProcessAnswers(String app) {
        Yaml container = container(app);

        assertThat(container.at("ports").items()).singleElement().satisfies(port -> {
            assertThat(port.at("name").text()).isEqualTo("http");
            assertThat(port.at("containerPort").text())
                    .isEqualTo(
                            DeploymentFolder.defaults(app).at("server", "port").text());
        });
        assertThat(path(container, "livenessProbe")).isEqualTo("/actuator/health/liveness");
        assertThat(path(container, "readinessProbe")).isEqualTo("/actuator/health/readiness");
        assertThat(DeploymentFolder.defaults(app)
                        .at("management", "endpoint", "health", "group")
                        .entries())
                .containsOnlyKeys("liveness", "readiness");
    }

    private static String path(Yaml container, String probe) {
        assertThat(container.at(probe, "httpGet", "port").text()).isEqualTo("http");
        return container.at(probe, "httpGet", "path").text();
    }

    private static Yaml container(String app) {
        return DeploymentFolder.manifest("Deployment", "sluice-" + app)
                .at("spec", "template", "spec", "containers")
                .items()
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void podsHaveNoPrivilegesAndWriteToNothingButTheTemporaryFolder(Yaml pod) {
        Yaml container = pod.at("containers").items().getFirst();

        assertThat(pod.at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
        assertThat(container.at("securityContext", "readOnlyRootFilesystem").text())
                .isEqualTo("true");
        assertThat(container.at("securityContext", "capabilities", "drop").items())
                .extracting(Yaml::text)
                .containsExactly("ALL");
        assertThat(container.at("volumeMounts").items())
                .extracting(mount -> mount.at("mountPath").text())
                .containsExactly("/tmp");
    }

    /** With it the API's Service would set SLUICE_API_PORT and others. */
    @ParameterizedTest
    @MethodSource("pods")
    void podsGetNoVariablesOfServices(Yaml pod) {
        assertThat(pod.at("enableServiceLinks").text()).isEqualTo("false");
    }

    @Test
    void secretsStandInNoConfigMap() {
        assertThat(ofKind("ConfigMap"))
                .hasSize(2)
                .flatMap(config -> config.at("data").entries().keySet())
                .noneMatch(key -> key.matches(".*(PASSWORD|APIKEY|USERNAME)"));
        assertThat(ofKind("Secret"))
                .flatMap(secret -> secret.at("stringData").entries().values())
                .isNotEmpty()
                .allMatch(value -> value.text().contains("CHANGE-ME"));
    }

    @Test
    void eachSecretThatIsAskedForIsInTheExample() {
        List<String> kept = ofKind("Secret")
                .flatMap(secret -> secret.at("stringData").entries().keySet().stream()
                        .map(key -> secret.at("metadata", "name").text() + "/" + key))
                .toList();
        Stream<Yaml> variables = pods().stream()
                .flatMap(pod -> pod.at("containers").items().getFirst().at("env").items().stream())
                .map(variable -> variable.at("valueFrom", "secretKeyRef"));
        Stream<Yaml> scaling =
                DeploymentFolder.manifest("TriggerAuthentication", "sluice-scaling")
                        .at("spec", "secretTargetRef")
                        .items()
                        .stream();

        assertThat(Stream.concat(variables, scaling))
                .extracting(secret ->
                        secret.at("name").text() + "/" + secret.at("key").text())
                .isNotEmpty()
                .isSubsetOf(kept);
    }

    private static Stream<Yaml> ofKind(String kind) {
        return DeploymentFolder.manifests().stream()
                .filter(manifest -> manifest.at("kind").text().equals(kind));
    }

    @Test
    void workersAreScaledFromNoneAndNothingElseSaysHowManyThereAre() {
        Yaml scaled = DeploymentFolder.manifest("ScaledObject", "sluice-worker").at("spec");

        assertThat(scaled.at("minReplicaCount").number()).isZero();
        assertThat(scaled.at("scaleTargetRef", "name").text()).isEqualTo("sluice-worker");
        assertThat(ofKind("Deployment"))
                .noneMatch(deployment -> deployment.at("spec", "replicas").isPresent());
    }

    @Test
    void aWorkerIsAskedForWhenOneHasTwiceItsSlotsToDo() {
        Yaml trigger = DeploymentFolder.manifest("ScaledObject", "sluice-worker")
                .at("spec", "triggers")
                .items()
                .getFirst();

        assertThat(trigger.at("metadata", "targetQueryValue").number())
                .isEqualTo(2 * process("sluice-worker").number("SLUICE_WORKER_CONCURRENCY"));
    }

    @Test
    void theReadmeAddsTheConnectionsUp() {
        int api = DeploymentFolder.manifest("HorizontalPodAutoscaler", "sluice-api")
                .at("spec", "maxReplicas")
                .number();
        int worker = DeploymentFolder.manifest("ScaledObject", "sluice-worker")
                .at("spec", "maxReplicaCount")
                .number();

        int sum = pools("sluice-api", api) + pools("sluice-worker", worker) + OTHERS;

        assertThat(DeploymentFolder.read("README.md")).contains("**" + sum + "**");
    }

    private static int pools(String name, int replicas) {
        int surge = DeploymentFolder.manifest("Deployment", name)
                .at("spec", "strategy", "rollingUpdate", "maxSurge")
                .number();
        return (replicas + surge) * process(name).number("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE");
    }

    private static DeployedProcess process(String name) {
        return DeployedProcess.all().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
