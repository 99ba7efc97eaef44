package dev.sluice.domain.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Products} does. */
public interface ProductsContract {

    ProductId UNKNOWN = new ProductId(new UUID(0, 1));

    Repositories repositories();

    @Test
    default void aProductIsFoundAsItWasAdded() {
        Product limited = added(12);
        Product unlimited = added(null);

        assertThat(products().find(limited.id())).contains(limited);
        assertThat(products().find(unlimited.id())).contains(unlimited);
    }

    @Test
    default void unknownProductsAreNotFound() {
        Product product = added(null);

        assertThat(products().find(UNKNOWN)).isEmpty();
        assertThat(products().findAll(List.of(UNKNOWN, product.id()))).containsExactly(product);
        assertThat(products().findAll(List.of())).isEmpty();
    }

    @Test
    default void aListHoldsTheProductsOfOneCreatorNewestFirst() {
        Creator creator = creator();
        added(null);
        List<Product> newestFirst = Stream.generate(() -> added(creator, null))
                .limit(3)
                .sorted(Comparator.comparing((Product product) -> product.id().value())
                        .reversed())
                .toList();

        Page<Product> first = products().list(creator.id(), PageRequest.first(2));
        Page<Product> second = products().list(creator.id(), new PageRequest(2, first.next()));

        assertThat(first.items()).isEqualTo(newestFirst.subList(0, 2));
        assertThat(second).isEqualTo(new Page<>(newestFirst.subList(2, 3), null));
    }

    @Test
    default void ofTwoRevisionsOfOneVersionTheSecondIsRefused() {
        Product product = added(3);
        Product first = product.revised(SampleShop.productDetails(500, null, false));
        Product second = product.revised(SampleShop.productDetails(700, 5, true));

        assertThat(products().replace(first)).isTrue();
        assertThat(products().replace(second)).isFalse();
        assertThat(products().find(product.id())).contains(first);
    }

    @Test
    default void aReservationTakesUnitsAndMakesANewVersion() {
        Product product = added(5);

        assertThat(products().reserve(product.id(), 3)).isEqualTo(Reservation.TAKEN);

        assertThat(products().find(product.id())).contains(product.revised(SampleShop.productDetails(1999, 2, true)));
    }

    @Test
    default void aReservationOfMoreThanIsLeftTakesNothing() {
        Product product = added(2);

        assertThat(products().reserve(product.id(), 3)).isEqualTo(Reservation.SOLD_OUT);

        assertThat(products().find(product.id())).contains(product);
    }

    @Test
    default void aProductWithoutALimitAlwaysHasEnoughAndIsNotWritten() {
        Product product = added(null);

        assertThat(products().reserve(product.id(), 1_000_000)).isEqualTo(Reservation.UNLIMITED);
        products().release(product.id(), 1_000_000);

        assertThat(products().find(product.id())).contains(product);
    }

    @Test
    default void anUnknownProductIsNotReserved() {
        assertThat(products().reserve(UNKNOWN, 1)).isEqualTo(Reservation.SOLD_OUT);
    }

    @Test
    default void aReleaseGivesUnitsBack() {
        Product product = added(5);
        products().reserve(product.id(), 5);

        products().release(product.id(), 2);

        assertThat(stock(product)).isEqualTo(2);
    }

    @Test
    default void noUnitIsReservedTwice() {
        Product product = added(7);

        List<Reservation> reserved = Concurrently.times(
                25, () -> repositories().transactions().call(() -> products().reserve(product.id(), 1)));

        assertThat(reserved).filteredOn(Reservation.TAKEN::equals).hasSize(7);
        assertThat(stock(product)).isZero();
    }

    @Test
    default void aReservationThatIsRolledBackTakesNothing() {
        Product product = added(1);

        assertThatThrownBy(() -> repositories().transactions().run(() -> {
                    products().reserve(product.id(), 1);
                    throw new IllegalArgumentException("deliberate");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(products().find(product.id())).contains(product);
    }

    private Products products() {
        return repositories().products();
    }

    private Creator creator() {
        Creator creator = SampleShop.creator();
        repositories().creators().add(creator);
        return creator;
    }

    private Product added(@Nullable Integer stock) {
        return added(creator(), stock);
    }

    private Product added(Creator creator, @Nullable Integer stock) {
        Product product = SampleShop.product(creator.id(), SampleShop.productDetails(1999, stock, true));
        products().add(product);
        return product;
    }

    private int stock(Product product) {
        return requireNonNull(
                products().find(product.id()).orElseThrow().details().stock());
    }
}
