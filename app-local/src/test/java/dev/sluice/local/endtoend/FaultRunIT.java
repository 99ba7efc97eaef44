package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Faults at random points while orders arrive. The seed is printed; {@code -Dsluice.seed} sets it. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultRunIT {

    private static final int FAULTS = 12;
    private static final int ORDERS_BEFORE_EACH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private Installation sluice;

    @BeforeAll
    void start() {
        System.out.println("FaultRunIT: seed " + seed);
        sluice = Installation.start();
    }

    @AfterAll
    void stop() {
        sluice.close();
    }

    @Test
    void noFaultLosesAnOrderOrDoublesItsInvoice() {
        ShopClient client = sluice.client();
        UUID creator = client.addCreator("Fault Run");
        UUID product = client.addProduct(creator, "Poster", "null");
        sluice.services().smtp().delay(Duration.ofMillis(200));

        List<UUID> orders = new ArrayList<>();
        for (int fault = 0; fault < FAULTS; fault++) {
            IntStream.range(0, ORDERS_BEFORE_EACH).forEach(i -> orders.add(client.placeOrder(creator, product)));
            cause(random.nextInt(3));
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(client.status(order)).isEqualTo("COMPLETED")));
        assertThat(sluice.records().invoiceNumbers(creator))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, orders.size()).boxed().toList());
        assertThat(sluice.records().documents(creator)).isEqualTo(orders.size());
    }

    private void cause(int fault) {
        switch (fault) {
            case 0 -> {
                sluice.killWorker();
                sluice.startWorker();
            }
            case 1 -> {
                sluice.services().broker().stop();
                sluice.services().broker().restart();
            }
            default -> {
                sluice.services().redis().stop();
                sluice.services().redis().restart();
            }
        }
    }
}
