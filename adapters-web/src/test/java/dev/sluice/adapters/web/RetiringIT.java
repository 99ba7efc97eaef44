package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.web.route.Retiring;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ApiTest
class RetiringIT {

    /** What the README promises to clients. */
    private static final long NOTICE_DAYS = 180;

    private final ApiClient api;
    private final RequestMappingHandlerMapping routes;

    RetiringIT(ApiClient api, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.api = api;
        this.routes = routes;
    }

    @Test
    void anAnswerOfARouteThatWillGoAwaySaysWhenAndWhatToUse() {
        Answer answer = api.get("/retiring");

        assertThat(answer.body()).isEqualTo("still here");
        assertThat(answer.header("Deprecation")).isEqualTo("@1796083200");
        assertThat(answer.header("Sunset")).isEqualTo("Tue, 1 Jun 2027 00:00:00 GMT");
        assertThat(answer.header("Link")).isEqualTo("</v1/creators>; rel=\"successor-version\"");
    }

    @Test
    void clientsAreToldLongBeforeARouteGoesAway() {
        assertThat(routes.getHandlerMethods().values())
                .flatMap(route -> Optional.ofNullable(route.getMethodAnnotation(Retiring.class)).stream()
                        .toList())
                .isNotEmpty()
                .allSatisfy(retiring -> assertThat(notice(retiring)).isGreaterThanOrEqualTo(NOTICE_DAYS));
    }

    private static long notice(Retiring retiring) {
        return ChronoUnit.DAYS.between(LocalDate.parse(retiring.since()), LocalDate.parse(retiring.until()));
    }
}
