package dev.sluice.embedded.postgres;

/** One database on a {@link PostgresServer} and how to reach it. */
public record PostgresDatabase(String name, String jdbcUrl, String username, String password) {}
