package dev.sluice.adapters.persistence.transaction;

import static dev.sluice.adapters.persistence.schema.Tables.SENT_MAILS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.transaction.TransactionsContract;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SpringTransactionsIT implements TransactionsContract {

    private final PersistenceFixture fixture;

    SpringTransactionsIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public Transactions transactions() {
        return fixture.get(Transactions.class);
    }

    @Test
    void anActionRunsWithTheWorkCommittedAndNoConnectionHeld() {
        List<Integer> held = new ArrayList<>();

        transactions().run(() -> {
            write();
            held.add(connectionsHeld());
            transactions().afterCommit(() -> held.add(connectionsHeld()));
        });

        assertThat(held).containsExactly(1, 0);
        assertThat(fixture.dsl().fetchCount(SENT_MAILS)).isOne();
    }

    @Test
    void aJoinedUnitUsesTheConnectionOfTheOutermost() {
        int held = transactions()
                .call(() -> transactions().call(() -> {
                    write();
                    return connectionsHeld();
                }));

        assertThat(held).isOne();
    }

    @Test
    void workThatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    write();
                    transactions().run(this::write);
                }))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(RetryableFailure.class);

        assertThat(fixture.dsl().fetchCount(SENT_MAILS)).isZero();
    }

    @Test
    void aConnectionLostInATransactionIsARetryableFailure() {
        assertThatThrownBy(() -> transactions().run(this::loseConnection)).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void aConnectionLostOutsideATransactionIsARetryableFailure() {
        assertThatThrownBy(this::loseConnection).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void whatWorkThrowsCountsMoreThanTheRollbackThatFailsAfterIt() {
        IllegalArgumentException thrown = new IllegalArgumentException("deliberate");

        assertThatThrownBy(() -> transactions().run(() -> {
                    assertThatThrownBy(this::loseConnection).isInstanceOf(RetryableFailure.class);
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void aPoolWithoutAFreeConnectionIsARetryableFailure() throws SQLException {
        HikariDataSource pool = fixture.get(HikariDataSource.class);
        long timeout = pool.getConnectionTimeout();
        pool.setConnectionTimeout(250);
        try (AllConnections taken = AllConnections.all(pool)) {
            assertThat(taken.connections()).hasSize(pool.getMaximumPoolSize());
            assertThatThrownBy(() -> transactions().run(this::write)).isInstanceOf(RetryableFailure.class);
            assertThatThrownBy(this::write).isInstanceOf(RetryableFailure.class);
        } finally {
            pool.setConnectionTimeout(timeout);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsARetryableFailure() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    fixture.dsl().execute("set local statement_timeout = '20ms'");
                    fixture.dsl().execute("select pg_sleep(20)");
                }))
                .isInstanceOf(RetryableFailure.class)
                .hasMessage("the database cannot answer now")
                .hasCauseInstanceOf(RuntimeException.class);
    }

    private void write() {
        fixture.dsl()
                .insertInto(SENT_MAILS)
                .values("a@shop.example", Instant.EPOCH)
                .execute();
    }

    private void loseConnection() {
        fixture.dsl().execute("select pg_terminate_backend(pg_backend_pid())");
    }

    private int connectionsHeld() {
        return fixture.get(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    /** All connections of a pool, given back together. */
    private record AllConnections(List<Connection> connections) implements AutoCloseable {

        private static AllConnections all(HikariDataSource pool) throws SQLException {
            List<Connection> connections = new ArrayList<>();
            while (connections.size() < pool.getMaximumPoolSize()) {
                connections.add(pool.getConnection());
            }
            return new AllConnections(connections);
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
