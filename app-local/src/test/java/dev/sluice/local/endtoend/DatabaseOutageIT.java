package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.postgres.PostgresOptions;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.embedded.process.Folders;
import dev.sluice.local.console.Console;
import dev.sluice.local.database.Database;
import dev.sluice.local.deployable.Deployable;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.seed.DemoKey;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.StateFolder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients of the API see while its database is gone or stands still. */
@Tag("processes")
class DatabaseOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> SETTINGS = Map.of(
            "SLUICE_DATABASE_SECONDCONNECTIONS", "refused",
            "SLUICE_RATELIMITS_PERKEY", "1000000",
            "SLUICE_RATELIMITS_PERADDRESS", "1000000");

    @TempDir
    private Path folder;

    @Test
    void anOutageIsAnsweredAtOnceAndLeavesCachedReadsAndTheProcessAlone() {
        StateFolder state = StateFolder.claim(Folders.temporary("outage"));
        LocalServices services = LocalServices.start(Console.ofProcess(), LocalPorts.free(), state);
        PostgresServer first = started(0);
        int port = first.port();
        Database shop = Database.of(first.database("shop"));
        shop.migrate();
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(shop.environment());
        try (Deployable api = Deployables.startApi(services, state, settings)) {
            ShopClient client = new ShopClient(api.uri());
            awaitServed(client);
            ShopClient seller = new ShopClient(api.uri(), DemoKey.issue(shop));
            UUID creator = seller.addCreator("Outage");
            UUID product = seller.addProduct(creator, "Presets", "null");
            UUID placed = seller.placeOrder(creator, product);
            String portfolio = "/v1/creators/" + creator + "/portfolio";
            assertThat(client.get(portfolio).statusCode()).isEqualTo(200);

            first.pause();
            List<CompletableFuture<HttpResponse<String>>> crowd = crowd(() -> client.get("/v1/creators"));
            List<CompletableFuture<HttpResponse<String>>> buyers =
                    crowd(() -> seller.placeOrder(UUID.randomUUID().toString(), creator, product));
            assertLivesOnItsCache(client, portfolio);
            assertThat(crowd).allSatisfy(answer -> assertRefused(answer.join()));
            assertThat(buyers).allSatisfy(answer -> assertRefused(answer.join()));
            first.resume();
            awaitServed(client);
            Eventually.within(PATIENCE)
                    .until(() -> seller.placeOrder(UUID.randomUUID().toString(), creator, product)
                                    .statusCode()
                            == 201);
            assertThat(seller.status(placed)).isEqualTo("QUEUED");

            first.close();
            Eventually.within(PATIENCE).until(() -> unreachable(client));
            assertRefused(client.get("/v1/creators"));
            assertLivesOnItsCache(client, portfolio);
            try (PostgresServer second = started(port)) {
                assertThat(second.port()).isEqualTo(port);
                awaitServed(client);
            }
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> crowd(Supplier<HttpResponse<String>> call) {
        return Stream.generate(() -> inBackground(call)).limit(100).toList();
    }

    private PostgresServer started(int port) {
        return PostgresServer.start(PostgresOptions.defaults()
                .withDataFolder(folder.resolve("server"))
                .withPort(port));
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> Thread.ofVirtual().start(task));
    }

    private static boolean unreachable(ShopClient client) {
        client.get("/v1/creators");
        return client.get("/actuator/prometheus").body().contains("reason=\"unreachable\"");
    }

    private static void awaitServed(ShopClient client) {
        Eventually.within(PATIENCE).until(() -> client.get("/v1/creators").statusCode() == 200);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(ShopClient.json(answer).at("/retryAfterMs").longValue()).isPositive();
    }

    private static void assertLivesOnItsCache(ShopClient client, String cached) {
        for (String path :
                List.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus", cached)) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }
}
