package dev.sluice.local.seed;

import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.id.Ids;
import dev.sluice.local.database.Database;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;

/** A key of operations for one local run: another one each time. */
public final class DemoKey {
    private static final String INSERT = """
            insert into api_keys (id, label, scopes, sha256, created_at, expires_at)
            values (?, 'Demo', ?, ?, now(), now() + interval '30 days')
            """;

    private DemoKey() {}

    /** Makes a key that opens everything for a month, and yields it. */
    public static String issue(Database database) {
        var token = ApiKeyToken.generate(new ApiKeyId(new Ids(InstantSource.system()).next()), new SecureRandom());
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            String[] scopes = Arrays.stream(Scope.values()).map(Scope::text).toArray(String[]::new);
            insert.setObject(1, token.id().value());
            insert.setArray(2, connection.createArrayOf("text", scopes));
            insert.setBytes(3, token.digest().bytes());
            insert.executeUpdate();
            return token.text();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make a demo key", e);
        }
    }
}
