package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.web.RouteMatrix.Caller;
import dev.sluice.adapters.web.RouteMatrix.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

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

    /** Whose answers differ could be asked which ids there are. */
    @TestFactory
    Stream<DynamicTest> whatIsAStrangersIsAnsweredLikeWhatIsNotThere() {
        return RouteMatrix.ROUTES.stream()
                .filter(route -> Set.of(404, 422).contains(route.expected().get(Caller.STRANGER)))
                .filter(route -> route.scope() != null)
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    Answer strangers = fixture.call(api, route, Caller.STRANGER);
                    Answer nobodys = fixture.call(api, withUnknownIds(route), Caller.SELLER);

                    assertThat(strangers.status()).isBetween(404, 422);
                    assertThat(nobodys.status()).isEqualTo(strangers.status());
                    assertThat(said(nobodys)).isEqualTo(said(strangers));
                    assertThat(headers(nobodys)).isEqualTo(headers(strangers));
                }));
    }

    private static Route withUnknownIds(Route route) {
        String body = route.body();
        return new Route(
                route.name().replaceAll("\\{[a-z]+}", UUID.randomUUID().toString()),
                body == null ? null : body.replace("$creator", UUID.randomUUID().toString()),
                route.scope(),
                route.expected());
    }

    /** All but what says which request it was. */
    private static String said(Answer answer) {
        ObjectNode problem = (ObjectNode) answer.json();
        return problem.without(List.of("requestId", "instance")).toString();
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(Set.of("x-request-id", "date", "content-length"));
        return headers;
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotPublicIsStoredByNobody() {
        return RouteMatrix.ROUTES.stream()
                .filter(route -> route.scope() != null)
                .map(route -> DynamicTest.dynamicTest(
                        route.name(),
                        () -> assertThat(fixture.call(api, route, Caller.OPERATIONS)
                                        .response()
                                        .headers()
                                        .allValues("Cache-Control"))
                                .containsExactly("no-store")));
    }

    @Test
    void aRouteThatSaysNothingOfItsCallersIsForOperations() {
        Route forgotten = new Route("GET /forgotten", null, null, Map.of());

        assertThat(Stream.of(Caller.values())
                        .collect(Collectors.toMap(
                                caller -> caller,
                                caller -> fixture.call(api, forgotten, caller).status())))
                .isEqualTo(Map.of(
                        Caller.ANONYMOUS, 401,
                        Caller.FORGED, 401,
                        Caller.SELLER, 403,
                        Caller.SELLER_WITHOUT_SCOPE, 403,
                        Caller.STRANGER, 403,
                        Caller.OPERATIONS, 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/orders",
                "/v1/jobs",
                "/v1/orders?status=QUEUED",
                "/v1/orders?creatorId={creator}",
                "/v1/orders?productId={product}",
                "/v1/jobs?group={creator}",
                "/v1/webhooks"
            })
    void aListHoldsWhatIsTheCallersOwn(String list) {
        Route listing = new Route("GET " + list, null, null, Map.of());

        Answer sellers = fixture.call(api, listing, Caller.SELLER);
        Answer strangers = fixture.call(api, listing, Caller.STRANGER);

        assertThat(sellers.json().at("/items")).hasSize(1);
        assertThat(strangers.status()).isEqualTo(200);
        assertThat(strangers.json().at("/items")).isEmpty();
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
