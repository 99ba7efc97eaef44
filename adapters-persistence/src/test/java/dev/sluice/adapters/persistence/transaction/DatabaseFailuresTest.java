package dev.sluice.adapters.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.failure.RetryableFailure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "57P03"})
    void aStateThatPassesIsARetryableFailureWithItsCause(String state) {
        DataAccessException failure = new DataAccessException("insert ada@example.org", new SQLException("", state));

        RuntimeException translated = DatabaseFailures.translate(failure);

        assertThat(translated)
                .isInstanceOf(RetryableFailure.class)
                .hasMessage("the database cannot answer now")
                .hasCause(failure);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"23505", "22001", "42P01", "57P04"})
    void anyOtherStateStaysAsItIs(String state) {
        DataAccessException failure = new DataAccessException("", new SQLException("", state));

        assertThat(DatabaseFailures.translate(failure)).isSameAs(failure);
    }

    @Test
    void aServerThatGoesDownAfterAnotherFailureIsARetryableFailure() {
        SQLException first = new SQLException("lost connection to parallel worker", "55000");
        first.setNextException(new SQLException("postmaster exited", "57P01"));
        DataAccessException failure = new DataAccessException("", first);

        assertThat(DatabaseFailures.translate(failure)).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void aFailureAfterWhichTheTransactionIsAbortedStaysAsItIs() {
        SQLException first = new SQLException("duplicate key", "23505");
        first.setNextException(new SQLException("current transaction is aborted", "25P02"));
        DataAccessException failure = new DataAccessException("", first);

        assertThat(DatabaseFailures.translate(failure)).isSameAs(failure);
    }

    @Test
    void aPoolTimeOutIsARetryableFailure() {
        DataAccessException failure = new DataAccessException("", new SQLTransientConnectionException("no connection"));

        assertThat(DatabaseFailures.translate(failure)).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void aRetryableFailureIsNotWrappedAgain() {
        RetryableFailure failure = new RetryableFailure("", new SQLException("", "08006"));

        assertThat(DatabaseFailures.translate(failure)).isSameAs(failure);
    }
}
