package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.web.RouteMatrix.Caller;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets what answer from each route. A route without an entry in the matrix fails. */
@ApiTest
class RoutesByCallerIT {

    private final ApiClient api;
    private final ApplicationContext context;
    private final RouteFixture fixture;

    RoutesByCallerIT(ApiClient api, ApplicationContext context) {
        this.api = api;
        this.context = context;
        this.fixture = new RouteFixture(context);
    }

    @Test
    void everyRouteHasAnEntry() {
        Set<String> entered = RouteMatrix.ROUTES.stream()
                .map(route -> withoutNames(route.name()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mappedRoutes()).isEqualTo(entered);
    }

    @TestFactory
    Stream<DynamicTest> eachCallerIsAnsweredAsTheMatrixSays() {
        return RouteMatrix.ROUTES.stream()
                .flatMap(route -> Stream.of(Caller.values())
                        .map(caller -> DynamicTest.dynamicTest(route.name() + " by " + caller, () -> {
                            Answer answer = fixture.call(api, route, caller);
                            assertThat(answer.status())
                                    .as(answer.body())
                                    .isEqualTo(route.expected().get(caller));
                            assertThat(answer.header("WWW-Authenticate").isEmpty())
                                    .isEqualTo(!List.of(401, 403).contains(answer.status()));
                        })));
    }

    private Set<String> mappedRoutes() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("dev.sluice."))
                .filter(entry -> entry.getValue().getBeanType() != FailingController.class)
                .flatMap(entry -> names(entry.getKey()))
                .map(RoutesByCallerIT::withoutNames)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().isEmpty()
                        ? Stream.of("ANY " + path)
                        : mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }

    /** Only that there is a variable counts, and not what it is called. */
    private static String withoutNames(String route) {
        return route.replaceAll("\\{[a-zA-Z]+}", "{}");
    }
}
