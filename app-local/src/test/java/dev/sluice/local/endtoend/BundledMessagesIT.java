package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.broker.BrokerProduct;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that have waited for a worker: their messages carry many dispatches each, and meet their fate together. */
@Tag("processes")
@ParameterizedClass
@MethodSource("brokers")
final class BundledMessagesIT {

    private static final int WINDOW = 100;

    /** What a message carries of a whole window: a fifth. */
    private static final int FULL = WINDOW / 5;

    private static final int ORDERS = 2 * WINDOW;

    private static final Map<String, String> SETTINGS = Map.of(
            "SLUICE_DISPATCHER_WINDOW", Integer.toString(WINDOW),
            "SLUICE_WORKER_CONCURRENCY", Integer.toString(WINDOW / 4),
            "SLUICE_DISPATCHER_LOSTAFTER", "1s");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BrokerFaults faults;
    private final Installation sluice;
    private final Fulfilment fulfilment;

    BundledMessagesIT(BrokerFaults faults) {
        this.faults = faults;
        this.sluice = faults.sluice();
        this.fulfilment = new Fulfilment(sluice);
    }

    /** JUnit closes each before it starts the next. */
    static Stream<BrokerFaults> brokers() {
        return BrokerProduct.available().stream().map(product -> BrokerFaults.started(product, SETTINGS));
    }

    @Test
    void whatIsLostTogetherIsSentAgain() throws Exception {
        sluice.worker().close();
        try (Interference thief = Interference.losing(faults.queue())) {
            assertThat(deepestWhileFulfilledInSpiteOf(thief)).isLessThanOrEqualTo(WINDOW);
        }
    }

    @Test
    void whatIsDoubledTogetherIsDoneOnce() throws Exception {
        sluice.worker().close();
        try (Interference echo = Interference.doubling(faults.queue())) {
            assertThat(deepestWhileFulfilledInSpiteOf(echo)).isLessThanOrEqualTo(2 * WINDOW);
        }
    }

    private int deepestWhileFulfilledInSpiteOf(Interference interference) throws Exception {
        try (DepthWatch depth = new DepthWatch(faults.queue())) {
            assertFulfilledInSpiteOf(interference);
            return depth.deepest();
        }
    }

    private void assertFulfilledInSpiteOf(Interference interference) throws Exception {
        UUID creator = sluice.client().addCreator("Bundles");
        UUID product = sluice.client().addProduct(creator, "Poster", "null");
        List<UUID> orders = Stream.generate(() -> ShopClient.orderId(
                        sluice.client().placeOrder(UUID.randomUUID().toString(), creator, product)))
                .limit(ORDERS)
                .toList();
        sluice.startWorker();
        Eventually.within(PATIENCE).until(() -> interference.dispatches() >= WINDOW / 2 && interference.most() == FULL);
        interference.close();

        fulfilment.awaitCompleted(orders, PATIENCE);
        fulfilment.assertOneInvoiceEach(creator, orders);
        fulfilment.assertOneMailEach(orders);
    }
}
