package dev.sluice.domain.catalogue;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All products. Safe for use by many threads; joins the caller's transaction. */
public interface Products {

    Optional<Product> find(ProductId id);

    /** The products with these ids; an unknown id yields nothing. */
    List<Product> findAll(Collection<ProductId> ids);

    Page<Product> list(CreatorId creator, PageRequest page);

    void add(Product product);

    /**
     * Replaces a product by its next version.
     *
     * @return false if the stored version is not the one before {@code product.version()}: nothing is written
     */
    boolean replace(Product product);

    /**
     * Takes units from a limited stock by one conditional update, so that two buyers never get the same unit. A product
     * without a limit always has enough and is not written.
     *
     * @param quantity how many units, at least 1
     */
    Reservation reserve(ProductId id, int quantity);

    /** Gives units back that were taken; does nothing where there is no limit any more. */
    void release(ProductId id, int quantity);
}
