package dev.sluice.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.Seller;
import dev.sluice.domain.repository.Repositories;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Creators} does. */
public interface CreatorsContract {

    Repositories repositories();

    @Test
    default void aCreatorIsFoundAsItWasAdded() {
        Creator creator = added();

        assertThat(creators().find(creator.id())).contains(creator);
    }

    @Test
    default void aSellerMayHaveNoVatId() {
        Creator creator = SampleShop.creator();
        Seller seller = new Seller("Ada", creator.details().seller().address(), null);
        Creator small = Creator.opened(creator.id(), creator.currency(), new CreatorDetails("Ada", "", seller));
        creators().add(small);

        assertThat(creators().find(small.id())).contains(small);
    }

    @Test
    default void aSellersInvoiceFormatIsKept() {
        Creator creator = added();
        Seller seller = creator.details().seller();
        Seller modern = new Seller(seller.legalName(), seller.address(), seller.vatId(), InvoiceFormat.FACTUR_X);
        Creator revised = creator.revised(new CreatorDetails("Ada", "", modern));

        assertThat(creators().replace(revised)).isTrue();
        assertThat(creators().find(creator.id())).contains(revised);
    }

    @Test
    default void manyCreatorsAreFoundAtOnceWithoutThoseThatAreUnknown() {
        Creator first = added();
        Creator second = added();

        assertThat(creators().findAll(List.of(second.id(), first.id(), new CreatorId(new UUID(0, 1)))))
                .isEqualTo(Map.of(first.id(), first, second.id(), second));
    }

    @Test
    default void anUnknownCreatorIsNotFound() {
        assertThat(creators().find(new CreatorId(new UUID(0, 1)))).isEmpty();
    }

    @Test
    default void theNextVersionReplacesTheOneBefore() {
        Creator revised = added().revised(SampleShop.details("Polarlicht Presets"));

        assertThat(creators().replace(revised)).isTrue();
        assertThat(creators().find(revised.id())).contains(revised);
    }

    @Test
    default void ofTwoRevisionsOfOneVersionTheSecondIsRefused() {
        Creator creator = added();
        Creator first = creator.revised(SampleShop.details("first"));
        Creator second = creator.revised(SampleShop.details("second"));

        assertThat(creators().replace(first)).isTrue();
        assertThat(creators().replace(second)).isFalse();
        assertThat(creators().find(creator.id())).contains(first);
    }

    @Test
    default void anUnknownCreatorIsNotReplaced() {
        Creator unknown = SampleShop.creator().revised(SampleShop.details("unknown"));

        assertThat(creators().replace(unknown)).isFalse();
        assertThat(creators().find(unknown.id())).isEmpty();
    }

    @Test
    default void pagesRunFromTheNewestToTheOldest() {
        List<Creator> newestFirst = Stream.generate(this::added)
                .limit(5)
                .sorted(Comparator.comparing((Creator creator) -> creator.id().value())
                        .reversed())
                .toList();

        Page<Creator> first = creators().list(PageRequest.first(2));
        Page<Creator> second = creators().list(new PageRequest(2, first.next()));
        Page<Creator> third = creators().list(new PageRequest(2, second.next()));

        assertThat(first.items()).isEqualTo(newestFirst.subList(0, 2));
        assertThat(second.items()).isEqualTo(newestFirst.subList(2, 4));
        assertThat(third).isEqualTo(new Page<>(newestFirst.subList(4, 5), null));
    }

    @Test
    default void aPageThatHoldsAllIsTheLast() {
        Creator creator = added();

        assertThat(creators().list(PageRequest.first(1))).isEqualTo(new Page<>(List.of(creator), null));
    }

    private Creators creators() {
        return repositories().creators();
    }

    private Creator added() {
        Creator creator = SampleShop.creator();
        creators().add(creator);
        return creator;
    }
}
