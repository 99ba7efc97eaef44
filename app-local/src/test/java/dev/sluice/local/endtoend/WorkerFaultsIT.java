package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.deployable.Deployable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Workers that are killed, start late or see that nobody works. */
@Tag("processes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How long another worker may take to finish the jobs of a killed one. */
    private static final Duration RESCUE = Duration.ofSeconds(30);

    /** A drain of a second, two more for what was interrupted, and what else a process has to end. */
    private static final Duration DRAINED = Duration.ofSeconds(60);

    private Installation sluice;
    private ShopClient client;
    private Fulfilment fulfilment;

    @BeforeAll
    void start() {
        sluice = Installation.start();
        client = sluice.client();
        fulfilment = new Fulfilment(sluice);
    }

    @AfterAll
    void stop() {
        sluice.close();
    }

    @Test
    void anotherWorkerFinishesTheJobsOfAKilledOne() throws Exception {
        UUID creator = client.addCreator("Killed Worker");
        UUID product = client.addProduct(creator, "Print", "null");
        sluice.services().smtp().delay(Duration.ofSeconds(2));

        List<UUID> orders = Parallel.calls(Collections.nCopies(10, () -> client.placeOrder(creator, product)));
        Eventually.within(PATIENCE)
                .until(() -> orders.stream().map(client::status).anyMatch("PROCESSING"::equals));
        sluice.killWorker();
        sluice.services().smtp().delay(Duration.ZERO);
        sluice.startWorker();

        fulfilment.awaitCompleted(orders, RESCUE);
        fulfilment.assertOneInvoiceEach(creator, orders);
    }

    @Test
    void aJobWhoseMessageTheBrokerLostIsDispatchedAgain() throws Exception {
        UUID creator = client.addCreator("Lost Messages");
        UUID product = client.addProduct(creator, "Badge", "null");
        sluice.killWorker();

        List<UUID> orders = Parallel.calls(Collections.nCopies(20, () -> client.placeOrder(creator, product)));
        sluice.records().loseMessages(creator);
        sluice.startWorker();

        awaitCompleted(orders);
        fulfilment.assertOneInvoiceEach(creator, orders);
        fulfilment.assertOneMailEach(orders);
    }

    @Test
    void aWorkerIsNotReadyWhileDueWorkStandsStill() {
        UUID creator = client.addCreator("Standstill");
        UUID product = client.addProduct(creator, "Patch", "null");
        try (Deployable watchful = sluice.anotherWorker(Map.of("SLUICE_WORKER_STALLEDAFTER", "2s"))) {
            ShopClient health = new ShopClient(watchful.uri());
            sluice.records().holdDispatcher();

            UUID order = client.placeOrder(creator, product);
            Eventually.within(PATIENCE).until(() -> readiness(health) == 503);
            Eventually.within(PATIENCE)
                    .until(() -> readiness(new ShopClient(sluice.worker().uri())) == 200);

            sluice.records().releaseDispatcher();
            awaitCompleted(List.of(order));
            Eventually.within(PATIENCE).until(() -> readiness(health) == 200);
        }
    }

    @Test
    void aWorkerThatIsToldToStopHandsBackWhatItCannotFinishInTime() throws Exception {
        UUID creator = client.addCreator("Drained Worker");
        UUID product = client.addProduct(creator, "Map", "null");
        sluice.worker().close();
        sluice.services().smtp().delay(Duration.ofSeconds(30));

        List<UUID> orders;
        try (Deployable leaving = sluice.anotherWorker(Map.of("SLUICE_WORKER_DRAIN", "1s"))) {
            orders = Parallel.calls(Collections.nCopies(10, () -> client.placeOrder(creator, product)));
            Eventually.within(PATIENCE)
                    .until(() -> orders.stream().map(client::status).allMatch("PROCESSING"::equals));
            leaving.handle().destroy();
            leaving.handle().onExit().get(DRAINED.toMillis(), TimeUnit.MILLISECONDS);
        }
        assertThat(orders).extracting(this::jobState).containsOnly("AVAILABLE");
        sluice.services().smtp().delay(Duration.ZERO);
        sluice.startWorker();

        awaitCompleted(orders);
        assertThat(orders)
                .extracting(order -> client.job(order).at("/attempt").intValue())
                .containsOnly(1);
        fulfilment.assertOneInvoiceEach(creator, orders);
    }

    @Test
    void aWorkerGroupTakesJobsOfItsQueuesAlone() {
        UUID creator = client.addCreator("Worker Groups");
        UUID product = client.addProduct(creator, "Zine", "null");
        UUID channel = sluice.records().addChannel(creator);
        sluice.worker().close();

        UUID order = client.placeOrder(creator, product);
        try (Deployable channels = sluice.anotherWorker(Map.of("SLUICE_WORKER_QUEUES", "channels"))) {
            UUID synchronisation = client.synchronise(channel);
            Eventually.within(PATIENCE).until(() -> jobState(synchronisation).equals("SUCCEEDED"));
            assertThat(client.status(order)).isEqualTo("QUEUED");
            // It may be dispatched: a worker that was killed in another test counts until its lease has run out.
            assertThat(client.job(order).at("/attempt").intValue()).isZero();
            try (Deployable second = sluice.anotherWorker(Map.of("SLUICE_WORKER_QUEUES", "orders"))) {
                awaitCompleted(List.of(order));
                assertThat(client.job(order).at("/attempt").intValue()).isEqualTo(1);
            }
        }
        sluice.startWorker();
    }

    @Test
    void aRunningJobIsCancelledFromAnotherProcessAndItsSlotIsFreeForTheNext() {
        UUID creator = client.addCreator("Called Off");
        UUID product = client.addProduct(creator, "Scarf", "null");
        sluice.worker().close();
        sluice.services().smtp().delay(Duration.ofSeconds(30));

        try (Deployable narrow = sluice.anotherWorker(Map.of("SLUICE_WORKER_CONCURRENCY", "1"))) {
            UUID cancelled = client.placeOrder(creator, product);
            Eventually.within(PATIENCE).until(() -> client.status(cancelled).equals("PROCESSING"));
            UUID next = client.placeOrder(creator, product);
            assertThat(client.cancelJob(cancelled).statusCode()).isEqualTo(200);
            sluice.services().smtp().delay(Duration.ZERO);

            assertThat(jobState(cancelled)).isEqualTo("CANCELLED");
            assertThat(client.status(cancelled)).isEqualTo("CANCELLED");
            awaitCompleted(List.of(next));
            assertThat(client.status(cancelled)).isEqualTo("CANCELLED");
        }
        sluice.startWorker();
    }

    private String jobState(UUID job) {
        return client.job(job).at("/state").stringValue();
    }

    private static int readiness(ShopClient worker) {
        return worker.get("/actuator/health/readiness").statusCode();
    }

    private void awaitCompleted(List<UUID> orders) {
        fulfilment.awaitCompleted(orders, PATIENCE);
    }
}
