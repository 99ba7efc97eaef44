package dev.sluice.application.catalogue;

import dev.sluice.application.cache.Change;
import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductDetails;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.transaction.Transactions;

/** Changes a product. Orders placed before keep what they froze. */
public final class ReviseProduct {

    private final Transactions transactions;
    private final Products products;
    private final InvalidateReads invalidating;

    public ReviseProduct(Transactions transactions, Products products, InvalidateReads invalidating) {
        this.transactions = transactions;
        this.products = products;
        this.invalidating = invalidating;
    }

    /** @param current the product as the client saw it */
    public Result revise(Product current, ProductDetails revision) {
        if (!revision.price().currency().equals(current.details().price().currency())) {
            return new OtherCurrency();
        }
        Product next = current.revised(revision);
        return transactions.call(() -> replace(next));
    }

    private Result replace(Product next) {
        if (!products.replace(next)) {
            return new Stale();
        }
        invalidating.after(new Change.Catalogue(next.creator()));
        return new Revised(next);
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The product has its next version. */
    public record Revised(Product product) implements Result {}

    /** Another change came first: nothing is written. */
    public record Stale() implements Result {}

    /** The price is not in the shop's currency. */
    public record OtherCurrency() implements Result {}
}
