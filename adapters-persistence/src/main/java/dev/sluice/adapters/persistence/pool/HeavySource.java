package dev.sluice.adapters.persistence.pool;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the connections of heavy reads come from. */
@FunctionalInterface
interface HeavySource {

    /** @param primary where all other connections come from; the caller holds none of its own */
    Connection open(DataSource primary) throws SQLException;
}
