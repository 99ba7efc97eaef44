package dev.sluice.adapters.persistence.statement;

import dev.sluice.adapters.persistence.transaction.DatabaseFailures;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose text is always the same, sent as it is on jOOQ's connection: what jOOQ does for it took longer than the
 * driver's part (ADR 0038). Its failures are translated like those of any statement.
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
            Instant.class, "timestamptz",
            byte[].class, "bytea");

    /**
     * Sends it, in the transaction that is under way if there is one.
     *
     * @param values numbers, texts, UUIDs, and arrays of these, of instants and of byte arrays, of which a single one has to
     *     be cast to {@code Object}; what else there is goes as a text
     */
    public <T> List<T> fetch(DSLContext dsl, RowReader<T> reader, @Nullable Object... values) {
        try {
            return dsl.connectionResult(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    bind(connection, statement, values);
                    return rows(statement, reader);
                }
            });
        } catch (DataAccessException failure) {
            throw DatabaseFailures.translate(failure);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int index = 0; index < values.length; index++) {
            switch (values[index]) {
                case null -> statement.setNull(index + 1, Types.NULL);
                case Object[] array -> statement.setArray(index + 1, array(connection, array));
                // Without a type, as null has none either: with another type the driver would prepare it anew.
                case String text -> statement.setObject(index + 1, text, Types.OTHER);
                case Object value -> statement.setObject(index + 1, value);
            }
        }
    }

    private static Array array(Connection connection, Object[] elements) throws SQLException {
        Class<?> type = elements.getClass().getComponentType();
        return connection.createArrayOf(Objects.requireNonNull(ELEMENTS.get(type), type::getName), elements);
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
