package dev.sluice.domain.violation;

import java.sql.Connection;

/** Breaks the rule that the domain is pure. */
public record DomainWithSql(Connection connection) {}
