package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.table;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.postgres.PostgresVersion;
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
    void noStatementIsBegunAfterTheDeadlineAndTheTransactionIsRolledBack() {
        Work request = request();

        assertThatThrownBy(() -> request.run(() -> process.transactions().run(() -> {
                    process.database().execute("insert into kept values (1)");
                    await().until(request::isLate);
                    process.database().execute("insert into kept values (2)");
                })))
                .isInstanceOf(Overloaded.class)
                .hasMessage("the deadline is over");

        assertThat(process.database().fetchCount(table("kept"))).isZero();
        assertThat(process.figures().inUse()).isZero();
    }
}
