package dev.sluice.domain.catalogue;

/**
 * Something that a creator sells.
 *
 * @param version grows by one with every change, a reservation of limited stock included
 */
public record Product(ProductId id, CreatorId creator, ProductDetails details, long version) {

    public static Product added(ProductId id, CreatorId creator, ProductDetails details) {
        return new Product(id, creator, details, 1);
    }

    public Product revised(ProductDetails revision) {
        return new Product(id, creator, revision, version + 1);
    }
}
