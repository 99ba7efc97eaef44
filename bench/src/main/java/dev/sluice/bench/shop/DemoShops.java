package dev.sluice.bench.shop;

import dev.sluice.bench.report.Progress;
import dev.sluice.bench.service.Postgres;
import dev.sluice.local.console.Console;
import dev.sluice.local.database.Database;
import dev.sluice.local.seed.DemoKey;
import dev.sluice.local.seed.LargeSeed;
import dev.sluice.local.seed.SmallSeed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The demo data, as {@code make seed} writes it, in a database of its own.
 *
 * @param key an API key that opens everything
 */
public record DemoShops(Database database, String key) {

    private static final String NAME = "shops";

    public static DemoShops sown(Postgres postgres, DataSize size, Progress progress) {
        String note = size == DataSize.LARGE ? "; SLUICE_BENCH_SIZE=small is for a quick try" : "";
        progress.step("writing the %s set of demo data%s", size.name().toLowerCase(Locale.ROOT), note);
        Database database = new Database(postgres.newDatabase(NAME), Postgres.USERNAME, Postgres.USERNAME);
        database.migrate();
        switch (size) {
            case SMALL -> SmallSeed.sow(database);
            case LARGE -> LargeSeed.sow(database, Console.ofProcess());
        }
        progress.step("demo data is written");
        return new DemoShops(database, DemoKey.issue(database));
    }

    public String url() {
        return database.url();
    }

    public List<String> creators() {
        return texts("select id from creators order by id");
    }

    /** The path of each creator's portfolio. */
    public List<String> portfolioPaths() {
        return creators().stream().map(DemoShops::portfolioPath).toList();
    }

    private static String portfolioPath(String creator) {
        return "/v1/creators/" + creator + "/portfolio";
    }

    /** The path of each product. */
    public List<String> productPaths() {
        return texts("select '/v1/products/' || id from products order by id");
    }

    /** An order for each product, as JSON. */
    public List<String> orders() {
        return texts("""
                select json_build_object(
                    'creatorId', creator_id,
                    'buyer', json_build_object('name', 'A. Buyer', 'email', 'buyer@example.com', 'country', 'DE'),
                    'lines', json_build_array(json_build_object('productId', id, 'quantity', 1)))::text
                from products
                where on_sale and stock is null
                order by id
                """);
    }

    public List<String> channels() {
        return texts("select id from channels order by id");
    }

    public String version() {
        return texts("select current_setting('server_version')").getFirst();
    }

    private List<String> texts(String query) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + query, e);
        }
    }
}
