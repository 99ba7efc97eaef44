package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabasePropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new DatabaseProperties(
                        ProcessKind.API,
                        new Group(1, "20"),
                        new Group(1, "20"),
                        new AdmissionProperties(
                                5_000, Duration.ofSeconds(10), 0, Duration.ofSeconds(1), Duration.ofSeconds(3)),
                        new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(10)),
                        new ReplicaProperties("", Duration.ofMillis(100)),
                        SecondConnections.COUNTED));
    }

    @Test
    void fullMapping() {
        assertThat(bound(Map.ofEntries(
                        Map.entry("sluice.database.process", "worker"),
                        Map.entry("sluice.database.api.replicas", "2"),
                        Map.entry("sluice.database.api.connections", "30"),
                        Map.entry("sluice.database.worker.replicas", "4"),
                        Map.entry("sluice.database.worker.connections", "auto"),
                        Map.entry("sluice.database.admission.waiting", "9"),
                        Map.entry("sluice.database.admission.patience", "8s"),
                        Map.entry("sluice.database.admission.heavy-reads", "7"),
                        Map.entry("sluice.database.admission.heavy-patience", "6s"),
                        Map.entry("sluice.database.admission.stall", "5s"),
                        Map.entry("sluice.database.timeouts.statement", "4s"),
                        Map.entry("sluice.database.timeouts.lock", "3s"),
                        Map.entry("sluice.database.timeouts.idle", "2s"),
                        Map.entry("sluice.database.replica.url", "jdbc:postgresql://replica/shop"),
                        Map.entry("sluice.database.replica.patience", "1s"),
                        Map.entry("sluice.database.second-connections", "refused"))))
                .isEqualTo(new DatabaseProperties(
                        ProcessKind.WORKER,
                        new Group(2, "30"),
                        new Group(4, "auto"),
                        new AdmissionProperties(
                                9, Duration.ofSeconds(8), 7, Duration.ofSeconds(6), Duration.ofSeconds(5)),
                        new Timeouts(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofSeconds(2)),
                        new ReplicaProperties("jdbc:postgresql://replica/shop", Duration.ofSeconds(1)),
                        SecondConnections.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({
        "api.replicas, -1, 'sluice.database.api.replicas and .worker.replicas are from 0 to 1000, not -1'",
        "worker.connections, many, "
                + "'sluice.database.api.connections and .worker.connections are auto or from 1 to 1000, not many'",
        "worker.connections, 0, "
                + "'sluice.database.api.connections and .worker.connections are auto or from 1 to 1000, not 0'",
        "admission.waiting, -1, sluice.database.admission.waiting is from 0 to 100000",
        "admission.patience, 2m, sluice.database.admission.patience is from 0s to 1m",
        "admission.heavy-reads, -1, sluice.database.admission.heavy-reads is from 0 to 1000",
        "admission.heavy-patience, -1s, sluice.database.admission.heavy-patience is from 0s to 1m",
        "admission.stall, 2m, sluice.database.admission.stall is from 0s to 1m",
        "replica.patience, 11s, 'sluice.database.replica.patience is from 0s to 10s, not PT11S'",
        "timeouts.lock, 0s, 'sluice.database.timeouts.lock is from 1ms to 1h, not PT0S'",
    })
    void badValuesAreRefusedWithTheirKey(String key, String value, String said) {
        assertThatThrownBy(() -> bound(Map.of("sluice.database." + key, value)))
                .rootCause()
                .hasMessage(said);
    }

    @Test
    void eachKindOfProcessCountsItselfAsItsOwn() {
        Machine machine = new Machine(2, 1);
        DatabaseProperties properties = bound(Map.of(
                "sluice.database.process", "worker",
                "sluice.database.api.connections", "30",
                "sluice.database.worker.connections", "auto"));

        assertThat(properties.budget(machine))
                .isEqualTo(new PoolBudget(new Group(1, "auto"), new Group(1, "30"), Optional.empty(), machine));
    }

    @Test
    void heavyReadsAreTwoForEachProcessorAndNeverTheWholePool() {
        AdmissionProperties properties = bound(Map.of()).admission();

        assertThat(properties.limits(20, new Machine(2, 1)).connections(Purpose.HEAVY_READ))
                .isEqualTo(4);
        assertThat(properties.limits(20, new Machine(64, 1)).connections(Purpose.HEAVY_READ))
                .isEqualTo(16);
        assertThat(properties.limits(1, new Machine(2, 1)).connections(Purpose.HEAVY_READ))
                .isOne();
    }

    private static DatabaseProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.database", DatabaseProperties.class);
    }
}
