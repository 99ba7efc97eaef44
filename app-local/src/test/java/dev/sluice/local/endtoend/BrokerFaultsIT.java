package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sluice.embedded.broker.BrokerProduct;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** API and worker on a broker that fails them, with so small a window that the backlog is many times as large. */
@Tag("processes")
@ParameterizedClass
@MethodSource("brokers")
final class BrokerFaultsIT {

    private static final int SLOTS = 4;
    private static final int WINDOW = 2 * SLOTS;
    private static final int ORDERS = 3 * WINDOW;

    /**
     * A broken connection gives back to the queue what is claimed and not acknowledged yet, at most one message for each
     * slot, while the window is full already.
     */
    private static final int DEEPEST = WINDOW + SLOTS;

    private static final Map<String, String> SETTINGS = Map.of(
            "SLUICE_DISPATCHER_WINDOW", Integer.toString(WINDOW),
            "SLUICE_WORKER_CONCURRENCY", Integer.toString(SLOTS),
            "SLUICE_DISPATCHER_LOSTAFTER", "1s",
            "SLUICE_MESSAGING_CONFIRMTIMEOUT", "1s",
            "SLUICE_MESSAGING_REPLYTIMEOUT", "1s",
            "SLUICE_MESSAGING_RETRYPAUSE", "200ms",
            "SPRING_RABBITMQ_REQUESTEDHEARTBEAT", "2s");

    /** With mails that take so long, all slots are busy and the window is full before a fault begins. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BrokerFaults faults;
    private final Installation sluice;
    private final Fulfilment fulfilment;

    BrokerFaultsIT(BrokerFaults faults) {
        this.faults = faults;
        this.sluice = faults.sluice();
        this.fulfilment = new Fulfilment(sluice);
    }

    /** JUnit closes each before it starts the next. */
    static Stream<BrokerFaults> brokers() {
        return BrokerProduct.available().stream().map(product -> BrokerFaults.started(product, SETTINGS));
    }

    @TestFactory
    Stream<DynamicTest> ordersAreAcceptedAndNoneIsLostOrDoubled() {
        return faults.all().entrySet().stream()
                .map(fault ->
                        dynamicTest(fault.getKey(), () -> ordersAreAcceptedAndNoneIsLostOrDoubled(fault.getValue())));
    }

    private void ordersAreAcceptedAndNoneIsLostOrDoubled(BrokerFault fault) throws Exception {
        UUID creator = sluice.client().addCreator("Broker Fault");
        UUID product = sluice.client().addProduct(creator, "Poster", "null");
        try (DepthWatch depth = new DepthWatch(faults.queue())) {
            sluice.services().smtp().delay(SLOW);
            List<UUID> orders = new ArrayList<>(accepted(creator, product));
            Eventually.within(PATIENCE).until(() -> depth.deepest() >= WINDOW);

            fault.begin();
            orders.addAll(accepted(creator, product));
            sluice.services().smtp().delay(Duration.ZERO);
            fault.end();

            fulfilment.awaitCompleted(orders, PATIENCE);
            fulfilment.assertOneInvoiceEach(creator, orders);
            fulfilment.assertOneMailEach(orders);
            assertThat(depth.deepest()).isBetween(WINDOW, fault.copies() * DEEPEST);
        }
    }

    private List<UUID> accepted(UUID creator, UUID product) {
        List<HttpResponse<String>> answers = Stream.generate(
                        () -> sluice.client().placeOrder(UUID.randomUUID().toString(), creator, product))
                .limit(ORDERS)
                .toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        return answers.stream().map(ShopClient::orderId).toList();
    }
}
