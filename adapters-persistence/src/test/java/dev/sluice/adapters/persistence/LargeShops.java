package dev.sluice.adapters.persistence;

import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Writes shops as large as those of the load-test set: with their orders, or with their channel's figures. */
public record LargeShops(DSLContext dsl) {

    public static final int ORDERS = 8_000;
    public static final int LINES = 2 * ORDERS;
    public static final int VIDEOS = 1_000;

    private static final String CREATOR = """
        insert into creators
            (id, name, bio, legal_name, street, postal_code, city, country, currency, version)
        values ({0}, 'Shop', '', 'Shop', 'Street', '1', 'City', 'DE', 'EUR', 1)
        """;

    private static final List<String> SALES = List.of("""
        insert into products (id, creator_id, title, description, price_minor, currency, on_sale, version)
        select gen_random_uuid(), {0}, 'Product ' || number, '', 100 * number, 'EUR', true, 1
        from generate_series(1, 2) as number
        """, """
        insert into orders
            (id, creator_id, status, buyer_name, buyer_email, buyer_country, currency, placed_at, version)
        select (right({0}::text, 12) || lpad(number::text, 20, '0'))::uuid, {0}, 'COMPLETED', 'Buyer',
                'buyer@example.com', 'DE', 'EUR', now() - interval '2 hours' * ({1} - number), 1
            from generate_series(1, {1}) as number
        """, """
        insert into order_lines (order_id, position, product_id, title, unit_price_minor, quantity, tax_basis_points)
        select orders.id, price_minor / 100, products.id, products.title, price_minor, 1, 1900
        from orders join products using (creator_id)
        where creator_id = {0}
        """);

    private static final List<String> FIGURES = List.of(
            "insert into channels (id, creator_id, youtube_id, synced_at) values ({0}, {0}, {0}::text, now())",
            """
        insert into videos (channel_id, youtube_id, title, published_at)
        select {0}, {0} || '/' || number, 'Video ' || number, now() from generate_series(1, {1}) as number
        """, """
        insert into video_days (channel_id, day, video_id, views, likes, comments)
        select {0}, current_date - 120 + day, videos.id, day * 10 + videos.id % 7 * day, 0, 0
        from generate_series(1, 120) as day cross join videos
        where channel_id = {0}
        order by day, videos.id
        """, """
        insert into channel_days (channel_id, day, views_gained)
        select {0}, current_date - 120 + day, day from generate_series(2, 120) as day
        """);

    /** @return the ids of the shops */
    public List<UUID> withOrders(int shops) {
        return write(shops, SALES, ORDERS);
    }

    /** @return the ids of the shops, and of their channels too */
    public List<UUID> withFigures(int shops) {
        return write(shops, FIGURES, VIDEOS);
    }

    private List<UUID> write(int shops, List<String> statements, int rows) {
        List<UUID> ids = IntStream.rangeClosed(1, shops)
                .mapToObj(shop -> new UUID(7, shop))
                .toList();
        for (UUID id : ids) {
            dsl.execute(CREATOR, inline(id));
            statements.forEach(statement -> dsl.execute(statement, inline(id), inline(rows)));
        }
        dsl.execute("vacuum analyze");
        return ids;
    }
}
