package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.table;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DeadlineIT {

    private final PooledProcess process;

    DeadlineIT(PostgresVersion version) {
        process = PooledProcess.on(PostgresServer.shared(version).newDatabase().jdbcUrl());
        process.database().execute("create table kept (id int)");
    }

    private static Work request() {
        return new Work(Urgency.REQUEST, Deadline.after(Duration.ofSeconds(2)));
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void aStatementThatOutlastsItsRequestIsARetryableFailure() {
        assertThatThrownBy(() -> request().run(() -> process.database().execute("select pg_sleep(20)")))
                .isInstanceOf(RetryableFailure.class)
                .hasMessage("the database cannot answer now");
        assertThat(process.figures().inUse()).isZero();
    }

    @Test
    void soIsOneThatGoesAroundJooq() {
        var slow = new FixedStatement("select pg_sleep(20)");

        assertThatThrownBy(() -> request().run(() -> slow.fetch(process.database(), row -> true)))
                .isInstanceOf(RetryableFailure.class)
                .hasMessage("the database cannot answer now")
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(process.figures().inUse()).isZero();
    }

    @Test
    void noStatementIsBegunAfterTheDeadlineAndTheTransactionIsRolledBack() {
        nothingIsKeptOf(() -> process.database().execute("insert into kept values (2)"));
    }

    @Test
    void norIsOneThatGoesAroundJooq() {
        var insert = new FixedStatement("insert into kept values (?) returning id");
        nothingIsKeptOf(() -> insert.fetch(process.database(), row -> row.getInt(1), 2));
    }

    private void nothingIsKeptOf(Runnable late) {
        Work request = request();

        assertThatThrownBy(() -> request.run(() -> process.transactions().run(() -> {
                    process.database().execute("insert into kept values (1)");
                    await().until(request::isLate);
                    late.run();
                })))
                .isInstanceOf(Overloaded.class)
                .hasMessage("the deadline is over");

        assertThat(process.database().fetchCount(table("kept"))).isZero();
        assertThat(process.figures().inUse()).isZero();
    }
}
