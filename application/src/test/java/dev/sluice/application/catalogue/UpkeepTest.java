package dev.sluice.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.cache.RecordedInvalidations;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductDetails;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final ProductDetails DETAILS = SampleShop.productDetails(1999, null, true);
    private static final ProductDetails DEARER = SampleShop.productDetails(2999, null, true);
    private static final ProductDetails IN_DOLLARS =
            new ProductDetails("Preset pack", "Twelve presets", Money.of(1999, "USD"), null, true);

    private final InMemoryRepositories repositories = InMemoryRepositories.empty();
    private final RecordedInvalidations invalidations = new RecordedInvalidations(repositories.transactions());
    private final Ids ids = new Ids(InstantSource.system());
    private final InvalidateReads invalidating =
            new InvalidateReads(repositories.transactions(), repositories.pendingInvalidations(), invalidations, ids);
    private final AddProduct adding = new AddProduct(
            repositories.transactions(), repositories.creators(), repositories.products(), invalidating, ids);
    private final ReviseCreator revisingCreator =
            new ReviseCreator(repositories.transactions(), repositories.creators(), invalidating);
    private final ReviseProduct revisingProduct =
            new ReviseProduct(repositories.transactions(), repositories.products(), invalidating);
    private final Creator creator = SampleShop.creator();

    UpkeepTest() {
        repositories.creators().add(creator);
    }

    @Test
    void aShopIsOpenedInItsFirstVersion() {
        Creator added = new AddCreator(repositories.creators(), ids)
                .add(Currency.getInstance("JPY"), SampleShop.details("Nordlicht"));
        assertThat(added.version()).isEqualTo(1);
        assertThat(repositories.creators().find(added.id())).contains(added);
    }

    @Test
    void anAddedProductIsOnRecordAndShowsInThePortfolioAtOnce() {
        AddProduct.Added added = (AddProduct.Added) adding.add(creator.id(), DETAILS);
        assertThat(added.product().details()).isEqualTo(DETAILS);
        assertThat(added.product().version()).isEqualTo(1);
        assertThat(repositories.products().find(added.product().id())).contains(added.product());
        assertPortfolioInvalidatedOnce();
    }

    @Test
    void anUnknownCreatorAddsNothing() {
        CreatorId unknown = new CreatorId(new UUID(0, 1));
        assertThat(adding.add(unknown, DETAILS)).isEqualTo(new AddProduct.UnknownCreator());
        assertNothingAdded(unknown);
    }

    @Test
    void aProductInAnotherCurrencyThanItsShopsIsNotAdded() {
        assertThat(adding.add(creator.id(), IN_DOLLARS)).isEqualTo(new AddProduct.OtherCurrency());
        assertNothingAdded(creator.id());
    }

    @Test
    void aRevisedCreatorIsOnRecordAndShowsInThePortfolioAtOnce() {
        Creator next = creator.revised(SampleShop.details("Südwind"));
        assertThat(revisingCreator.revise(next)).isTrue();
        assertThat(repositories.creators().find(creator.id())).contains(next);
        assertPortfolioInvalidatedOnce();
    }

    @Test
    void aStaleRevisionOfACreatorChangesAndInvalidatesNothing() {
        Creator first = creator.revised(SampleShop.details("Südwind"));
        repositories.creators().replace(first);
        assertThat(revisingCreator.revise(creator.revised(SampleShop.details("Ostwind"))))
                .isFalse();
        assertThat(repositories.creators().find(creator.id())).contains(first);
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void aRevisedProductIsOnRecordAndShowsInThePortfolioAtOnce() {
        Product product = stored();
        Product next = product.revised(DEARER);
        assertThat(revisingProduct.revise(product, DEARER)).isEqualTo(new ReviseProduct.Revised(next));
        assertThat(repositories.products().find(product.id())).contains(next);
        assertPortfolioInvalidatedOnce();
    }

    @Test
    void aStaleRevisionOfAProductChangesAndInvalidatesNothing() {
        Product product = stored();
        Product first = product.revised(DEARER);
        repositories.products().replace(first);
        assertThat(revisingProduct.revise(product, DETAILS)).isEqualTo(new ReviseProduct.Stale());
        assertThat(repositories.products().find(product.id())).contains(first);
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void aReservationMakesAnOlderViewOfTheProductStale() {
        Product limited = SampleShop.product(creator.id(), SampleShop.productDetails(1999, 5, true));
        repositories.products().add(limited);
        repositories.products().reserve(limited.id(), 2);
        assertThat(revisingProduct.revise(limited, SampleShop.productDetails(1999, 5, true)))
                .isEqualTo(new ReviseProduct.Stale());
    }

    @Test
    void aProductKeepsItsCurrency() {
        Product product = stored();
        assertThat(revisingProduct.revise(product, IN_DOLLARS)).isEqualTo(new ReviseProduct.OtherCurrency());
        assertThat(repositories.products().find(product.id())).contains(product);
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void whatRollsBackInvalidatesNothing() {
        Product product = stored();
        assertThatIllegalStateException()
                .isThrownBy(() -> repositories.transactions().run(() -> {
                    revisingProduct.revise(product, DEARER);
                    revisingCreator.revise(creator.revised(SampleShop.details("Südwind")));
                    adding.add(creator.id(), DETAILS);
                    throw new IllegalStateException("deliberate");
                }));
        assertThat(repositories.products().find(product.id())).contains(product);
        assertThat(invalidations.recorded()).isEmpty();
        assertThat(pending()).isEmpty();
    }

    @Test
    void whileTheCacheIsAwayEachChangeIsWrittenAndStaysToBeTold() {
        Product product = stored();
        for (int change = 0; change < 3; change++) {
            invalidations.failNext(new RetryableFailure("the cache is away", new IllegalStateException()));
        }
        assertThat(revisingProduct.revise(product, DEARER)).isInstanceOf(ReviseProduct.Revised.class);
        assertThat(revisingCreator.revise(creator.revised(SampleShop.details("Südwind"))))
                .isTrue();
        assertThat(adding.add(creator.id(), DETAILS)).isInstanceOf(AddProduct.Added.class);
        assertThat(invalidations.recorded()).isEmpty();
        assertThat(pending())
                .hasSize(3)
                .containsOnly("value:portfolios:public:" + creator.id().value());
    }

    private List<String> pending() {
        return repositories.pendingInvalidations().waitingFor(Duration.ZERO, 9).stream()
                .map(pending -> pending.invalidation().text())
                .toList();
    }

    private Product stored() {
        Product product = SampleShop.product(creator.id());
        repositories.products().add(product);
        return product;
    }

    private void assertPortfolioInvalidatedOnce() {
        assertThat(invalidations.recorded())
                .containsExactly("value:portfolios:public:" + creator.id().value());
    }

    private void assertNothingAdded(CreatorId id) {
        assertThat(repositories.products().list(id, PageRequest.first(9)).items())
                .isEmpty();
        assertThat(invalidations.recorded()).isEmpty();
    }
}
