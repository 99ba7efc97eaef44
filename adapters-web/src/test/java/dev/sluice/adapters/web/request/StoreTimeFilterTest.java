package dev.sluice.adapters.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.cache.StoreTime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StoreTimeFilterTest {

    @Test
    void allThatARequestReadsSharesItsTimeAndTheNextRequestHasItsOwn() throws Exception {
        List<Duration> waited = new ArrayList<>();
        FilterChain reading = (request, response) -> {
            StoreTime.current().add(Duration.ofMillis(3));
            StoreTime.current().add(Duration.ofMillis(4));
            waited.add(StoreTime.current().waited());
        };
        filter(reading);
        filter(reading);
        assertThat(waited).containsExactly(Duration.ofMillis(7), Duration.ofMillis(7));
    }

    @Test
    void whatARequestThrowsComesThrough() {
        for (Exception failure :
                List.of(new IOException("gone"), new ServletException("broken"), new IllegalStateException("wrong"))) {
            assertThatThrownBy(() -> filter((request, response) -> failWith(failure)))
                    .isSameAs(failure);
        }
    }

    private static void failWith(Exception failure) throws IOException, ServletException {
        switch (failure) {
            case IOException io -> throw io;
            case ServletException servlet -> throw servlet;
            default -> throw (RuntimeException) failure;
        }
    }

    private static void filter(FilterChain chain) throws ServletException, IOException {
        new StoreTimeFilter().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
    }
}
