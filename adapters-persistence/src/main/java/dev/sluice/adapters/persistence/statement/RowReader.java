package dev.sluice.adapters.persistence.statement;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the row that a result stands at. */
@FunctionalInterface
public interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
}
