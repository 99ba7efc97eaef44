package dev.sluice.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ComposeFileTest {

    /** As many as the file's comment says. */
    private static final int WORKERS = 4;

    /** PostgreSQL keeps these for its superusers. */
    private static final int RESERVED = 3;

    private final Yaml services = DeploymentFolder.compose().at("services");

    @Test
    void secretsComeFromTheEnvironmentAndHaveNoDefault() {
        assertThat(services.entries().values())
                .flatMap(service -> service.at("environment").entries().entrySet())
                .filteredOn(variable -> variable.getKey().matches(".*(PASS|PASSWORD|APIKEY)"))
                .hasSizeGreaterThan(5)
                .allSatisfy(variable -> assertThat(variable.getValue().text()).matches("\\$\\{[A-Z_]+:\\?[^}]+}"));
    }

    @Test
    void thePoolsOfOneApiAndFourWorkersFitTheDatabase() {
        String connections =
                services.at("postgres", "command").items().getLast().text();

        assertThat(pool("api") + WORKERS * pool("worker"))
                .isLessThanOrEqualTo(Integer.parseInt(connections.replace("max_connections=", "")) - RESERVED);
    }

    private int pool(String service) {
        return services.at(service, "environment", "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE")
                .number();
    }

    @Test
    void whatIsWaitedForSaysWhetherItIsHealthy() {
        assertThat(services.entries().values())
                .flatMap(service -> service.at("depends_on").entries().entrySet())
                .isNotEmpty()
                .allSatisfy(needed -> {
                    Yaml condition = needed.getValue().at("condition");
                    boolean once = needed.getKey().equals("migrate");
                    assertThat(condition.text()).isEqualTo(once ? "service_completed_successfully" : "service_healthy");
                    assertThat(services.at(needed.getKey(), "healthcheck", once ? "disable" : "test"))
                            .matches(Yaml::isPresent);
                });
    }

    @Test
    void nothingIsOpenToTheNetwork() {
        assertThat(services.entries().values())
                .flatMap(service -> service.at("ports").items())
                .hasSize(3)
                .allMatch(port -> port.text().startsWith("127.0.0.1:"));
    }

    @Test
    void processesHaveNoPrivileges() {
        assertThat(services.entries())
                .extractingByKeys("migrate", "api", "worker")
                .allMatch(service -> service.at("read_only").text().equals("true"))
                .allMatch(service ->
                        service.at("cap_drop").items().getFirst().text().equals("ALL"));
    }
}
