package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.smtp.ReceivedMail;
import dev.sluice.local.endtoend.RecordedTimes.Attempt;
import dev.sluice.local.endtoend.RecordedTimes.Lease;
import dev.sluice.local.endtoend.RecordedTimes.OrderTimes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker whose wall clock is two hours off. */
@Tag("processes")
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("installations")
final class WrongClockIT {

    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration BACKOFF = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The clocks of two processes, each read off the database, may be so far apart. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Map<String, String> SETTINGS = Map.of(
            "SLUICE_WORKER_LEASE", LEASE.toSeconds() + "s",
            "SLUICE_DISPATCHER_LEASE", LEASE.toSeconds() + "s",
            "SLUICE_JOBS_PROCESSSYNC_BACKOFF", BACKOFF.toSeconds() + "s");

    private final Installation sluice;
    private final Fulfilment fulfilment;
    private final RecordedTimes times;

    WrongClockIT(Installation sluice) {
        this.sluice = sluice;
        this.fulfilment = new Fulfilment(sluice);
        this.times = new RecordedTimes(sluice.services().database());
    }

    /** JUnit closes each before it starts the next. */
    static Stream<Installation> installations() {
        return FakeTime.available().stream().map(clock -> Installation.start(SETTINGS, clock.environment()));
    }

    @Test
    void theTimesOfOrdersAndMailsAreTheDatabases() throws MessagingException {
        Instant before = times.now();
        UUID creator = creator();
        List<UUID> orders = orders(creator, 10);
        fulfilment.awaitCompleted(orders, PATIENCE);
        Predicate<Instant> recent = between(before, times.now());

        assertThat(times.ofOrders(creator))
                .hasSameSizeAs(orders)
                .extracting(OrderTimes::placed, OrderTimes::started, OrderTimes::finished, OrderTimes::mailed)
                .allSatisfy(row -> assertThat(row.toList()).allMatch(time -> recent.test((Instant) time)));
        for (ReceivedMail mail : fulfilment.mailsOf(orders)) {
            assertThat(mail.message().getSentDate().toInstant()).matches(recent);
        }
    }

    @Test
    void aFailedAttemptIsRepeatedAfterItsBackoff() {
        sluice.services().smtp().refuseNext(1);
        List<UUID> orders = orders(creator(), 1);
        fulfilment.awaitCompleted(orders, PATIENCE);

        Attempt second = times.lastAttempt(orders.getFirst());
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.due()).isAfter(second.enqueued().plus(BACKOFF)).isBefore(times.now());
        assertThat(second.started()).isAfterOrEqualTo(second.due());
    }

    @Test
    void theLeaseIsHeldAndRenewed() {
        Eventually.within(PATIENCE).until(() -> times.leases().size() == 1);
        Lease first = theLease();
        Instant begun = times.now();

        Eventually.within(PATIENCE).until(() -> {
            assertThat(theLease().left()).isBetween(Duration.ZERO, LEASE);
            assertThat(theLease().worker()).isEqualTo(first.worker());
            return times.now().isAfter(begun.plus(LEASE));
        });
    }

    @Test
    void theLeaseOfAKilledWorkerLapses() {
        UUID creator = creator();
        sluice.services().smtp().delay(Duration.ofSeconds(2));
        List<UUID> orders = orders(creator, 10);
        Eventually.within(PATIENCE)
                .until(() -> orders.stream().map(sluice.client()::status).anyMatch("PROCESSING"::equals));

        sluice.killWorker();
        sluice.services().smtp().delay(Duration.ZERO);
        sluice.startWorker();

        fulfilment.awaitCompleted(orders, PATIENCE);
        fulfilment.assertOneInvoiceEach(creator, orders);
        Eventually.within(PATIENCE).until(() -> times.leases().size() == 1);
    }

    @Test
    void aScheduleFiresOnceWhenItIsDueAndNotBefore() {
        Eventually.within(PATIENCE).until(times::firesLater);
        int before = times.firings();

        times.bringFiringAbout();
        Eventually.within(PATIENCE).until(times::firesLater);

        assertThat(times.firings()).isEqualTo(before + 1);
    }

    private Lease theLease() {
        assertThat(times.leases()).hasSize(1);
        return times.leases().getFirst();
    }

    private UUID creator() {
        return sluice.client().addCreator("Wrong Clock");
    }

    private List<UUID> orders(UUID creator, int orders) {
        UUID product = sluice.client().addProduct(creator, "Poster", "null");
        return Stream.generate(() -> sluice.client().placeOrder(creator, product))
                .limit(orders)
                .toList();
    }

    private static Predicate<Instant> between(Instant first, Instant last) {
        return time -> time.isAfter(first.minus(TOLERANCE)) && time.isBefore(last.plus(TOLERANCE));
    }
}
