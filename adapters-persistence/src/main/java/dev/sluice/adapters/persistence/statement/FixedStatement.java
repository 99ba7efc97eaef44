package dev.sluice.adapters.persistence.statement;

import dev.sluice.adapters.persistence.transaction.DatabaseFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose text is always the same, sent as it is on jOOQ's connection: rendering, binding and reading by jOOQ
 * were a third of a worker's processor time for jobs without work (ADR 0038). Its failures are those of any statement.
 *
 * @param sql with a question mark for each value
 */
public record FixedStatement(String sql) {

    private static final Map<Class<?>, String> ELEMENTS = Map.of(
            UUID.class, "uuid",
            String.class, "text",
            Short.class, "int2",
            Integer.class, "int4",
            Long.class, "int8",
            Double.class, "float8",
            Instant.class, "timestamptz");

    /** @param values numbers, texts, UUIDs, and arrays of these and of instants; what else there is goes as a text that the SQL casts */
    public <T> List<T> fetch(DSLContext dsl, RowReader<T> reader, @Nullable Object... values) {
        return dsl.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(connection, statement, values);
                return rows(statement, reader);
            } catch (SQLException failure) {
                throw DatabaseFailures.translate(new DataAccessException(sql, failure));
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int index = 0; index < values.length; index++) {
            switch (values[index]) {
                case null -> statement.setNull(index + 1, Types.NULL);
                case Object[] array ->
                    statement.setArray(
                            index + 1,
                            connection.createArrayOf(
                                    ELEMENTS.get(array.getClass().getComponentType()), array));
                case Object value -> statement.setObject(index + 1, value);
            }
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }
}
