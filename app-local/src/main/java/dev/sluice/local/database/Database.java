package dev.sluice.local.database;

import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.local.console.PlainFailure;
import dev.sluice.migrations.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database and how to reach it; its text masks the password. */
public record Database(String url, String username, String password) {

    public static Database of(PostgresDatabase database) {
        return new Database(database.jdbcUrl(), database.username(), database.password());
    }

    /** The database that the deployables' own variables name, if they do. */
    public static Optional<Database> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SPRING_DATASOURCE_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new Database(
                        url,
                        environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                        environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "")));
    }

    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", username,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    /**
     * Brings the database to the newest version, and says how many migrations that took.
     *
     * @throws PlainFailure if the database cannot be reached
     */
    public int migrate() {
        requireReachable();
        return Migrations.apply(source());
    }

    /** @throws PlainFailure if the database cannot be reached */
    public Connection connect() {
        try {
            return source().getConnection();
        } catch (SQLException e) {
            throw new PlainFailure("Cannot connect to " + url + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return url;
    }

    private void requireReachable() {
        try (Connection connection = connect()) {
            connection.isReadOnly();
        } catch (SQLException e) {
            throw new PlainFailure("Cannot use " + url + ": " + e.getMessage(), e);
        }
    }

    private DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }
}
