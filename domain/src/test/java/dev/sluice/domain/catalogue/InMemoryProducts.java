package dev.sluice.domain.catalogue;

import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Products in memory. */
public final class InMemoryProducts implements Products {

    private final InMemoryTable<ProductId, Product> table;

    public InMemoryProducts(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<Product> find(ProductId id) {
        return table.find(id);
    }

    @Override
    public List<Product> findAll(Collection<ProductId> ids) {
        return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Page<Product> list(CreatorId creator, PageRequest page) {
        return InMemoryPages.cut(of(creator), page, product -> product.id().value());
    }

    /** All products of a creator. */
    public Stream<Product> of(CreatorId creator) {
        return table.rows().filter(product -> product.creator().equals(creator));
    }

    @Override
    public void add(Product product) {
        if (!table.insert(product.id(), product)) {
            throw new IllegalStateException("there is such a product already");
        }
    }

    @Override
    public boolean replace(Product product) {
        return table.update(
                product.id(), stored -> Optional.of(product).filter(next -> next.version() == stored.version() + 1));
    }

    @Override
    public Reservation reserve(ProductId id, int quantity) {
        if (table.update(id, product -> withStock(product, -quantity))) {
            return Reservation.TAKEN;
        }
        return find(id).filter(InMemoryProducts::isUnlimited).isPresent()
                ? Reservation.UNLIMITED
                : Reservation.SOLD_OUT;
    }

    @Override
    public void release(ProductId id, int quantity) {
        table.update(id, product -> withStock(product, quantity));
    }

    private static boolean isUnlimited(Product product) {
        return product.details().stock() == null;
    }

    /** Nothing if the stock is unlimited or too small. */
    private static Optional<Product> withStock(Product product, int change) {
        ProductDetails details = product.details();
        return Optional.ofNullable(details.stock())
                .map(stock -> stock + change)
                .filter(stock -> stock >= 0)
                .map(stock -> new ProductDetails(
                        details.title(), details.description(), details.price(), stock, details.onSale()))
                .map(product::revised);
    }
}
