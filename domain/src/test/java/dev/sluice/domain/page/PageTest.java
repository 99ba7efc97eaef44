package dev.sluice.domain.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void oneRowMoreThanAskedForMeansThatAnotherPageFollows() {
        Page<UUID> page = Page.cut(List.of(THIRD, SECOND, FIRST), PageRequest.first(2), id -> id);
        assertThat(page.items()).containsExactly(THIRD, SECOND);
        assertThat(page.next()).isEqualTo(SECOND);
    }

    @Test
    void aFullPageWithoutAnotherRowIsTheLast() {
        Page<UUID> page = Page.cut(List.of(SECOND, FIRST), PageRequest.first(2), id -> id);
        assertThat(page).isEqualTo(new Page<>(List.of(SECOND, FIRST), null));
    }

    @Test
    void anEmptyPageIsTheLast() {
        assertThat(Page.cut(List.<UUID>of(), PageRequest.first(2), id -> id))
                .isEqualTo(new Page<UUID>(List.of(), null));
    }

    @Test
    void aMappedPageKeepsItsPlace() {
        Page<String> mapped = new Page<>(List.of(SECOND), SECOND).map(UUID::toString);
        assertThat(mapped).isEqualTo(new Page<>(List.of(SECOND.toString()), SECOND));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void aPageHolds1To100Items(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(limit));
    }
}
