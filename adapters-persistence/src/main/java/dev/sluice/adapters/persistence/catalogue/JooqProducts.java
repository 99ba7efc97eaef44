package dev.sluice.adapters.persistence.catalogue;

import static dev.sluice.adapters.persistence.schema.Tables.PRODUCTS;
import static org.jooq.impl.DSL.any;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.adapters.persistence.schema.tables.records.ProductsRecord;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductDetails;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.catalogue.Reservation;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Products in PostgreSQL. */
final class JooqProducts implements Products {

    private final DSLContext database;

    JooqProducts(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Product> find(ProductId id) {
        return database.selectFrom(PRODUCTS).where(PRODUCTS.ID.eq(id.value())).fetchOptional(JooqProducts::product);
    }

    @Override
    public List<Product> findAll(Collection<ProductId> ids) {
        UUID[] values = ids.stream().map(ProductId::value).toArray(UUID[]::new);
        return database.selectFrom(PRODUCTS).where(PRODUCTS.ID.eq(any(values))).fetch(JooqProducts::product);
    }

    @Override
    public Page<Product> list(CreatorId creator, PageRequest page) {
        List<Product> rows = database.selectFrom(PRODUCTS)
                .where(PRODUCTS.CREATOR_ID.eq(creator.value()))
                .and(Keyset.from(page, PRODUCTS.ID))
                .orderBy(PRODUCTS.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(JooqProducts::product);
        return Page.cut(rows, page, product -> product.id().value());
    }

    @Override
    public void add(Product product) {
        ProductsRecord row = details(product.details());
        row.setId(product.id().value());
        row.setCreatorId(product.creator().value());
        row.setVersion(product.version());
        database.insertInto(PRODUCTS).set(row).execute();
    }

    @Override
    public boolean replace(Product product) {
        ProductsRecord row = details(product.details());
        row.setVersion(product.version());
        return database.update(PRODUCTS)
                        .set(row)
                        .where(PRODUCTS.ID.eq(product.id().value()))
                        .and(PRODUCTS.VERSION.eq(product.version() - 1))
                        .execute()
                == 1;
    }

    @Override
    public Reservation reserve(ProductId id, int quantity) {
        if (take(id, quantity)) {
            return Reservation.TAKEN;
        }
        return isUnlimited(id) ? Reservation.UNLIMITED : Reservation.SOLD_OUT;
    }

    @Override
    public void release(ProductId id, int quantity) {
        database.update(PRODUCTS)
                .set(PRODUCTS.STOCK, PRODUCTS.STOCK.plus(quantity))
                .set(PRODUCTS.VERSION, PRODUCTS.VERSION.plus(1))
                .where(PRODUCTS.ID.eq(id.value()))
                .and(PRODUCTS.STOCK.isNotNull())
                .execute();
    }

    private boolean take(ProductId id, int quantity) {
        return database.update(PRODUCTS)
                        .set(PRODUCTS.STOCK, PRODUCTS.STOCK.minus(quantity))
                        .set(PRODUCTS.VERSION, PRODUCTS.VERSION.plus(1))
                        .where(PRODUCTS.ID.eq(id.value()))
                        .and(PRODUCTS.STOCK.ge(quantity))
                        .execute()
                == 1;
    }

    private boolean isUnlimited(ProductId id) {
        return database.fetchExists(PRODUCTS, PRODUCTS.ID.eq(id.value()).and(PRODUCTS.STOCK.isNull()));
    }

    private static ProductsRecord details(ProductDetails details) {
        ProductsRecord row = new ProductsRecord();
        row.setTitle(details.title());
        row.setDescription(details.description());
        row.setPriceMinor(details.price().amountMinor());
        row.setCurrency(details.price().currency().getCurrencyCode());
        row.setStock(details.stock());
        row.setOnSale(details.onSale());
        return row;
    }

    private static Product product(ProductsRecord row) {
        ProductDetails details = new ProductDetails(
                row.getTitle(),
                row.getDescription(),
                Money.of(row.getPriceMinor(), row.getCurrency()),
                row.getStock(),
                row.getOnSale());
        return new Product(new ProductId(row.getId()), new CreatorId(row.getCreatorId()), details, row.getVersion());
    }
}
