package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AdmittedDataSourceIT {

    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final String ASK = "select current_setting('statement_timeout')";

    private final Map<String, Integer> counted = new ConcurrentHashMap<>();
    private final AdmissionTally tally =
            new AdmissionTally((times, counter, tags) -> counted.merge(counter, times, Integer::sum));
    private final HikariDataSource pool = new HikariDataSource();
    private final StatementCount server;
    private final Admission admission;

    AdmittedDataSourceIT(PostgresVersion version) throws SQLException {
        PostgresDatabase database = PostgresServer.shared(version).newDatabase();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(database.jdbcUrl());
        settings.setUsername(database.username());
        settings.setPassword(database.password());
        server = new StatementCount(Server.of(settings, TIMEOUTS));
        pool.setDataSource(server);
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(2);
        AdmissionLimits limits =
                AdmissionLimits.of(2, 1, 10, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(3));
        admission = new Admission(limits, () -> 2, tally);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private AdmittedDataSource source(SecondConnections policy) {
        return new AdmittedDataSource(
                pool,
                DataSource::getConnection,
                admission,
                new HeldConnections(policy, tally),
                new DeadlineOnServer(TIMEOUTS));
    }

    private static Work request(Duration left) {
        return new Work(Urgency.REQUEST, Deadline.after(left));
    }

    private static String ask(AdmittedDataSource source, Work work, String sql) throws SQLException {
        return work.call(() -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }

    @Test
    void workWithTimeEnoughSendsNothingButItsStatement() throws SQLException {
        AdmittedDataSource source = source(SecondConnections.REFUSED);

        assertThat(ask(source, request(Duration.ofSeconds(10)), ASK)).isEqualTo("10s");
        assertThat(ask(source, Work.of(Urgency.BACKGROUND), ASK)).isEqualTo("10s");

        assertThat(server.sent()).containsExactly(ASK, ASK);
    }

    @Test
    void lessTimeIsSetOnceAndSetBackForTheNextWithMore() throws SQLException {
        AdmittedDataSource source = source(SecondConnections.REFUSED);
        pool.setMaximumPoolSize(1);
        String shorter = "set statement_timeout = 5000; set lock_timeout = 2000;"
                + " set idle_in_transaction_session_timeout = 5000";
        String back = "set statement_timeout = 10000; set lock_timeout = 2000;"
                + " set idle_in_transaction_session_timeout = 10000";

        assertThat(ask(source, request(Duration.ofSeconds(5)), ASK)).isEqualTo("5s");
        assertThat(ask(source, request(Duration.ofSeconds(5)), ASK)).isEqualTo("5s");
        assertThat(ask(source, request(Duration.ofSeconds(10)), ASK)).isEqualTo("10s");

        assertThat(server.sent()).containsExactly(shorter, ASK, ASK, back, ASK);
    }

    @Test
    void aStatementIsCancelledAtTheDeadlineAndItsConnectionIsGood() throws SQLException {
        AdmittedDataSource source = source(SecondConnections.REFUSED);

        assertThatThrownBy(() -> ask(source, request(Duration.ofMillis(400)), "select pg_sleep(20)"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        cancelled -> assertThat(cancelled.getSQLState()).isEqualTo("57014"));

        assertThat(ask(source, request(Duration.ofSeconds(10)), ASK)).isEqualTo("10s");
        assertThat(admission.inUse()).isZero();
    }

    @Test
    void aSecondConnectionInOneThreadIsCountedAndInTestsRefused() throws SQLException {
        AdmittedDataSource refusing = source(SecondConnections.REFUSED);
        AdmittedDataSource counting = source(SecondConnections.COUNTED);

        try (Connection first = refusing.getConnection()) {
            assertThat(first.isClosed()).isFalse();
            assertThatThrownBy(refusing::getConnection)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("second");
        }
        try (Connection first = counting.getConnection();
                Connection second = counting.getConnection()) {
            assertThat(first).isNotSameAs(second);
        }

        assertThat(counted).containsEntry("database.second.connections", 2);
        assertThat(admission.inUse()).isZero();
    }

    @Test
    void closingTwiceGivesBackOnce() throws SQLException {
        Connection connection = source(SecondConnections.REFUSED).getConnection();

        connection.close();
        connection.close();

        assertThat(admission.inUse()).isZero();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
}
