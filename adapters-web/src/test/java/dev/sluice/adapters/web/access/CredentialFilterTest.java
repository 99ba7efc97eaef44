package dev.sluice.adapters.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.failure.RetryableFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class CredentialFilterTest {

    private static final Caller OPERATIONS = new Caller(Owner.operations(), Set.of(Scope.OPERATIONS));

    private final AtomicInteger questions = new AtomicInteger();
    private final Authentication authentication = new Authentication(List.of(this::verify));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/creators");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    private Optional<Verified> verify(String token) {
        questions.incrementAndGet();
        return switch (token) {
            case "good" -> Optional.of(new Verified(OPERATIONS, "key:one"));
            case "away" -> throw new RetryableFailure("the database is away", new IllegalStateException());
            default -> Optional.empty();
        };
    }

    @Test
    void whoBringsNothingPassesUnasked() throws Exception {
        pass(null);

        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(authentication.caller(request)).isNull();
        assertThat(questions).hasValue(0);
    }

    @Test
    void aGoodCredentialIsAskedAboutOnce() throws Exception {
        pass("Bearer good");

        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(authentication.caller(request)).isEqualTo(OPERATIONS);
        assertThat(questions).hasValue(1);
    }

    @Test
    void theHolderOfAGoodCredentialIsKnown() throws Exception {
        pass("Bearer good");

        assertThat(authentication.holder(request)).isEqualTo("key:one");
        assertThat(questions).hasValue(1);
    }

    @Test
    void aBadCredentialIsRefused() throws Exception {
        pass("Bearer bad");

        assertThat(authentication.holder(request)).isNull();
        assertThat(questions).hasValue(1);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(401);
    }

    @Test
    void oneThatCannotBeVerifiedNowPassesToWhatIsPublicAndFailsElsewhere() throws Exception {
        pass("Bearer away");

        assertThat(chain.getRequest()).isSameAs(request);
        assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> authentication.caller(request));
        assertThat(questions).hasValue(1);
        assertThat(authentication.isStillGood(request)).isFalse();
    }

    private void pass(@Nullable String credential) throws Exception {
        if (credential != null) {
            request.addHeader("Authorization", credential);
        }
        new CredentialFilter(authentication, new ProblemWriter(JsonMapper.shared())).doFilter(request, response, chain);
    }
}
