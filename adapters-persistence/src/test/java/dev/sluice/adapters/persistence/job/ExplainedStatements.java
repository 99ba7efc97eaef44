package dev.sluice.adapters.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The statements that a call sends to the database, and what each costs there. */
record ExplainedStatements(DSLContext dsl) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * How many buffers (pages of 8 KiB, from memory or from disk) the statements of a call read, by EXPLAIN. What they
     * change is rolled back.
     */
    long buffers(Consumer<DSLContext> call) {
        List<Sent> statements = new ArrayList<>();
        rolledBack(connection -> call.accept(DSL.using(
                dsl.configuration().derive(new DefaultConnectionProvider(recording(connection, statements))))));
        assertThat(statements).isNotEmpty();
        long[] buffers = new long[1];
        rolledBack(connection -> {
            for (Sent statement : statements) {
                buffers[0] += statement.buffers(connection);
            }
        });
        return buffers[0];
    }

    private static Connection recording(Connection connection, List<Sent> statements) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (!(result instanceof PreparedStatement statement)) {
                return result;
            }
            Sent sent = new Sent((String) arguments[0], new ArrayList<>());
            statements.add(sent);
            return recording(statement, sent);
        });
    }

    private static PreparedStatement recording(PreparedStatement statement, Sent sent) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer) {
                sent.values.add(replayed -> call(replayed, method, arguments));
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void rolledBack(Work work) {
        try {
            dsl.transaction(nested -> nested.dsl().connection(connection -> {
                work.on(connection);
                throw new RollBack();
            }));
        } catch (RollBack done) {
            // As asked.
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Value {
        Object bind(PreparedStatement statement) throws Throwable;
    }

    private record Sent(String sql, List<Value> values) {

        long buffers(Connection connection) throws SQLException {
            try (PreparedStatement explain =
                    connection.prepareStatement("explain (analyze, buffers, format json) " + sql)) {
                for (Value value : values) {
                    value.bind(explain);
                }
                ResultSet plan = explain.executeQuery();
                plan.next();
                JsonNode root = JSON.readTree(plan.getString(1)).get(0).get("Plan");
                return root.get("Shared Hit Blocks").asLong()
                        + root.get("Shared Read Blocks").asLong();
            } catch (SQLException | RuntimeException failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
