package dev.sluice.adapters.persistence.transaction;

import static dev.sluice.adapters.persistence.schema.Tables.SENT_MAILS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.transaction.TransactionsContract;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    void aRequestThatIsRolledBackForAnotherIsDoneAgainWithItsActionsOnce() {
        AtomicInteger attempts = new AtomicInteger();
        List<String> told = new ArrayList<>();

        new Work(Urgency.REQUEST, Deadline.after(Duration.ofSeconds(30)))
                .run(() -> transactions().run(() -> {
                    write();
                    transactions().afterCommit(() -> told.add("committed"));
                    if (attempts.incrementAndGet() == 1) {
                        fixture.dsl().execute("do $$ begin raise exception 'chosen' using errcode = '40P01'; end $$");
                    }
                }));

        assertThat(attempts).hasValue(2);
        assertThat(told).containsExactly("committed");
        assertThat(fixture.dsl().fetchCount(SENT_MAILS)).isOne();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsARetryableFailure() throws SQLException {
        try (HikariDataSource pool = smallestPool();
                Connection taken = pool.getConnection()) {
            assertThat(taken.isClosed()).isFalse();
            Transactions transactions =
                    new SpringTransactions(new TransactionTemplate(new JdbcTransactionManager(pool)));
            DSLContext database = DSL.using(new DefaultConfiguration()
                    .set(SQLDialect.POSTGRES)
                    .set(pool)
                    .set(new FailureTranslation()));

            assertThatThrownBy(() -> transactions.run(this::write)).isInstanceOf(RetryableFailure.class);
            assertThatThrownBy(() -> database.execute("select 1")).isInstanceOf(RetryableFailure.class);
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

    /** A pool of one connection, for which nobody waits long. */
    private HikariDataSource smallestPool() {
        HikariDataSource whole = fixture.get(HikariDataSource.class);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(whole.getJdbcUrl());
        config.setUsername(whole.getUsername());
        config.setPassword(whole.getPassword());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        return new HikariDataSource(config);
    }
}
