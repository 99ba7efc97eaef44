package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Faults at random points while orders arrive, with leases of 1 s. The seed is printed; {@code -Dsluice.seed} sets it.
 */
@Tag("processes")
final class FaultRunIT {

    private static final int WORKERS = 3;
    private static final int ORDERS_BEFORE_EACH = 2;

    /** A fault that finds its victim starting does nothing and is no fault; more than so many for each are none. */
    private static final int TRIES_FOR_EACH = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Fleet fleet = new Fleet(WORKERS);
    private final Map<String, Integer> caused = new TreeMap<>();

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void noneOfTwentyFaultsLosesOrDoublesAnything() {
        nothingIsLostOrDoubledBy(20);
    }

    @Test
    @Tag("long")
    void noneOfTwoHundredFaultsLosesOrDoublesAnything() {
        nothingIsLostOrDoubledBy(200);
    }

    private void nothingIsLostOrDoubledBy(int faults) {
        System.out.println("FaultRunIT: seed " + seed);
        UUID creator = fleet.client().addCreator("Fault Run");
        UUID product = fleet.client().addProduct(creator, "Poster", "null");
        fleet.services().smtp().delay(Duration.ofMillis(50));

        List<UUID> orders = new ArrayList<>();
        for (int tries = 0; caused() < faults; tries++) {
            assertThat(tries).as("tries for %d faults", faults).isLessThan(TRIES_FOR_EACH * faults);
            for (int order = 0; order < ORDERS_BEFORE_EACH; order++) {
                orders.add(placeSurely(creator, product));
            }
            cause(random.nextInt(100));
        }

        awaitCompleted(orders);
        assertThat(fleet.records().orders(creator)).isEqualTo(orders.size());
        assertThat(fleet.records().invoiceNumbers(creator))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, orders.size()).boxed().toList());
        assertThat(fleet.records().documents(creator)).isEqualTo(orders.size());
        assertThat(fleet.records().sentMails(creator)).isEqualTo(orders.size());
        assertThat(fleet.records().successes(creator)).isEqualTo(orders.size());
        assertThat(fleet.audit().staleSettlements()).isZero();
        assertThat(fleet.audit().doubledDispatches()).isZero();
        System.out.println("FaultRunIT: " + faults + " faults " + caused + ", " + orders.size() + " jobs, "
                + (fleet.audit().starts(creator) - orders.size()) + " starts beyond the first of each");
    }

    private int caused() {
        return caused.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void cause(int fault) {
        if (fault < 40) {
            count("worker paused", fleet.pauseWorker(random));
        } else if (fault < 58) {
            count("dispatcher paused", fleet.pauseDispatcher(random));
        } else if (fault < 66) {
            fleet.pauseBroker(random);
            count("broker paused", true);
        } else if (fault < 74) {
            fleet.restartBroker(random);
            count("broker restarted", true);
        } else if (fault < 84) {
            count("worker killed", fleet.killWorker(random));
        } else if (fault < 92) {
            count("dispatcher killed", fleet.killDispatcher());
        } else if (fault < 97) {
            count("API paused", fleet.pauseApi(random));
        } else {
            fleet.restartApi();
            count("API restarted", true);
        }
    }

    private void count(String kind, boolean happened) {
        if (happened) {
            caused.merge(kind, 1, Integer::sum);
        }
    }

    /** As a client does it that got no answer: again under the same key. */
    private UUID placeSurely(UUID creator, UUID product) {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> placed = Eventually.within(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .until(() -> fleet.client().placeOrder(key, creator, product), answer -> answer.statusCode() == 201);
        return ShopClient.orderId(placed);
    }

    private void awaitCompleted(List<UUID> orders) {
        List<UUID> open = new ArrayList<>(orders);
        Eventually.within(PATIENCE).ignoreException(UncheckedIOException.class).untilAsserted(() -> {
            open.removeIf(order -> fleet.client().status(order).equals("COMPLETED"));
            assertThat(open).extracting(fleet.client()::status).isEmpty();
        });
    }
}
