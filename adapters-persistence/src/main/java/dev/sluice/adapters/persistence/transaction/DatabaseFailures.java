package dev.sluice.adapters.persistence.transaction;

import dev.sluice.domain.failure.RetryableFailure;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database that may be over when tried again from those that will not. */
public final class DatabaseFailures {

    /** A deadlock, or a conflict of serializable transactions. */
    private static final String ROLLED_BACK = "40";

    /** Connection lost, transaction rolled back by the server, resources short. */
    private static final Set<String> CLASSES = Set.of("08", ROLLED_BACK, "53");

    /** Standby after a failover, transaction time-outs, lock not available, statement cancelled, server going down, crashed or starting. */
    private static final Set<String> STATES =
            Set.of("25006", "25P03", "25P04", "55P03", "57014", "57P01", "57P02", "57P03");

    private DatabaseFailures() {}

    /** The failure as it crosses the port: a {@link RetryableFailure} if the database may soon answer otherwise. */
    public static RuntimeException translate(RuntimeException failure) {
        return causes(failure)
                .filter(cause -> cause instanceof RetryableFailure || passes(cause))
                .findFirst()
                .map(cause -> cause instanceof RetryableFailure own
                        ? own
                        : new RetryableFailure("the database cannot answer now", failure))
                .<RuntimeException>map(Function.identity())
                .orElse(failure);
    }

    /** Whether the server has undone a transaction in favour of another, so that it may be done again. */
    static boolean isRolledBack(RuntimeException failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(ROLLED_BACK));
    }

    /**
     * With what the server has said after each of them: of a crash in the midst of a parallel query it says first that a
     * worker is lost, which is no state that passes, and then that it goes down.
     */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> cause instanceof SQLException sql
                        ? StreamSupport.stream(sql.spliterator(), false)
                        : Stream.of(cause));
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof SQLTransientException
                || (cause instanceof SQLException sql && passes(sql.getSQLState()));
    }

    private static boolean passes(@Nullable String state) {
        return state != null && (STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith));
    }
}
