package dev.sluice.application.catalogue;

import dev.sluice.application.cache.Change;
import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductDetails;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.transaction.Transactions;

/** Adds a product to a creator's shop. */
public final class AddProduct {

    private final Transactions transactions;
    private final Creators creators;
    private final Products products;
    private final InvalidateReads invalidating;
    private final Ids ids;

    public AddProduct(
            Transactions transactions, Creators creators, Products products, InvalidateReads invalidating, Ids ids) {
        this.transactions = transactions;
        this.creators = creators;
        this.products = products;
        this.invalidating = invalidating;
        this.ids = ids;
    }

    public Result add(CreatorId creator, ProductDetails details) {
        return transactions.call(
                () -> creators.find(creator).map(found -> add(found, details)).orElseGet(UnknownCreator::new));
    }

    private Result add(Creator creator, ProductDetails details) {
        if (!details.price().currency().equals(creator.currency())) {
            return new OtherCurrency();
        }
        Product product = Product.added(new ProductId(ids.next()), creator.id(), details);
        products.add(product);
        invalidating.after(new Change.Catalogue(creator.id()));
        return new Added(product);
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The product is on record. */
    public record Added(Product product) implements Result {}

    /** There is no such creator. */
    public record UnknownCreator() implements Result {}

    /** The price is not in the shop's currency. */
    public record OtherCurrency() implements Result {}
}
