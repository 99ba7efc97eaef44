package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {

    private static final Duration TTL = Duration.ofSeconds(1);
    private static final CacheRegion<String> REGION =
            new CacheRegion<>("portfolios", String.class, CachePolicy.of(TTL));

    @Test
    void aKeysTextNamesItsRegionScopeAndId() {
        assertThat(REGION.key("public", "42").text()).isEqualTo("value:portfolios:public:42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a b", "a\n", "ada@example.org", "é"})
    void aPartThatCouldEndItselfOrNameAPersonIsRefused(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> REGION.key("public", part));
        assertThatIllegalArgumentException().isThrownBy(() -> REGION.key(part, "42"));
    }

    @Test
    void aPartHas100CharactersAtMost() {
        assertThat(REGION.key("public", "x".repeat(100)).text()).endsWith("x".repeat(100));
        assertThatIllegalArgumentException().isThrownBy(() -> REGION.key("public", "x".repeat(101)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Portfolios", "port:folios", "-portfolios"})
    void aRegionIsNamedByLowerCaseLettersAndHyphens(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CacheRegion<>(name, String.class, CachePolicy.of(TTL)));
    }

    @Test
    void aRegionServesItsValuesForAtLeastAMillisecond() {
        assertThatIllegalArgumentException().isThrownBy(() -> CachePolicy.of(Duration.ofNanos(999_999)));
    }
}
