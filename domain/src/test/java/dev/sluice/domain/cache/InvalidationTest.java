package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationTest {

    @ParameterizedTest
    @ValueSource(strings = {"value:portfolios:public:42", "tag:creator-42", "region:channel-statistics"})
    void whatItsTextSaysIsReadBack(String text) {
        assertThat(Invalidation.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "value", "value:portfolios", "value:portfolios:public", "value:portfolios:public:42:1", "tag:",
                "tag:a b", "tag:ada@example.org", "region:Portfolios", "region:a:b", "other:x", "tag2:x"
            })
    void whatNamesNothingIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Invalidation.parse(text));
    }
}
