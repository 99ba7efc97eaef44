package dev.sluice.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"api", "worker"})
final class ContainerFileTest {

    private final String app;

    ContainerFileTest(String app) {
        this.app = app;
    }

    @Test
    void javaIsTheFirstProcessAndBounded() {
        List<String> command = Yaml.document(all("ENTRYPOINT").getLast()).items().stream()
                .map(Yaml::text)
                .toList();

        assertThat(command)
                .startsWith("java")
                .contains("-XX:+ExitOnOutOfMemoryError")
                .anyMatch(argument -> argument.startsWith("-XX:MaxRAMPercentage="))
                .endsWith("-jar", "application.jar");
    }

    @Test
    void theNotesOfATrainingRunServeEachStart() {
        assertThat(all("RUN")).anyMatch(run -> run.contains("-XX:AOTCacheOutput=application.aot"));
        assertThat(all("ENTRYPOINT").getLast()).contains("-XX:AOTCache=application.aot");
    }

    @Test
    void theCompilerLearnsNothingFromARunWithoutRequests() {
        assertThat(all("RUN"))
                .filteredOn(run -> run.contains("-XX:AOTCacheOutput="))
                .singleElement()
                .asString()
                .contains("-XX:-AOTRecordTraining");
    }

    @Test
    void theUserIsANumberOtherThanRoots() {
        assertThat(all("USER")).singleElement().asString().matches("[1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void baseImagesHaveATag() {
        assertThat(all("FROM")).hasSize(2).allMatch(image -> image.matches("\\S+:\\d\\S*( AS \\w+)?"));
    }

    @Test
    void thePortIsTheOneThatTheDeployableListensOn() {
        String port = DeploymentFolder.defaults(app).at("server", "port").text();

        assertThat(all("EXPOSE")).containsExactly(port);
        assertThat(DeploymentFolder.read("container/" + app + ".Dockerfile")).contains("${SERVER_PORT:-" + port + "}");
    }

    private List<String> all(String instruction) {
        return DeploymentFolder.instructions(app, instruction);
    }
}
