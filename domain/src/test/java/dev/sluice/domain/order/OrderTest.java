package dev.sluice.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant LATEST = NOON.plusSeconds(90);

    private final Order queued = Order.placed(
            new OrderId(new UUID(0, 1)),
            new CreatorId(new UUID(0, 2)),
            new Buyer("Ada Lovelace", new EmailAddress("ada@example.org"), new Country("DE")),
            OrderContents.of(List.of(new OrderLine(
                    new ProductId(new UUID(0, 3)), "Preset pack", Money.of(1999, "EUR"), 1, new TaxRate(1900), false))),
            NOON);

    @Test
    void aPlacedOrderIsQueuedInItsFirstVersion() {
        assertThat(queued.progress()).isEqualTo(new OrderProgress(OrderStatus.QUEUED, NOON, null, null));
        assertThat(queued.version()).isEqualTo(1);
    }

    @Test
    void anOrderIsStartedAndCompletedWithItsTimes() {
        Order completed = queued.start(LATER).complete(LATEST);
        assertThat(completed.progress()).isEqualTo(new OrderProgress(OrderStatus.COMPLETED, NOON, LATER, LATEST));
        assertThat(completed.version()).isEqualTo(3);
    }

    @Test
    void aStepChangesNothingOfWhatWasOrdered() {
        Order started = queued.start(LATER);
        assertThat(started.contents()).isEqualTo(queued.contents());
        assertThat(started.buyer()).isEqualTo(queued.buyer());
        assertThat(started.creator()).isEqualTo(queued.creator());
        assertThat(started.id()).isEqualTo(queued.id());
    }

    @Test
    void anotherAttemptStartsAnew() {
        assertThat(queued.start(LATER).start(LATEST).progress())
                .isEqualTo(new OrderProgress(OrderStatus.PROCESSING, NOON, LATEST, null));
    }

    @Test
    void anOpenOrderFailsOrIsCancelledWhetherStartedOrNot() {
        for (Order open : List.of(queued, queued.start(LATER))) {
            assertThat(open.fail(LATEST).status()).isEqualTo(OrderStatus.FAILED);
            assertThat(open.cancel(LATEST).status()).isEqualTo(OrderStatus.CANCELLED);
        }
    }

    @Test
    void aFailedOrderIsQueuedAgainAsIfItHadNeverStarted() {
        assertThat(queued.start(LATER).fail(LATEST).requeue().progress())
                .isEqualTo(new OrderProgress(OrderStatus.QUEUED, NOON, null, null));
    }

    @Test
    void anOrderThatHasNotStartedIsNotCompleted() {
        assertRefused(() -> queued.complete(LATER));
    }

    @Test
    void aCompletedOrderIsRefundedOnceAndKeepsItsTimes() {
        Order refunded = queued.start(LATER).complete(LATEST).refund();

        assertThat(refunded.progress()).isEqualTo(new OrderProgress(OrderStatus.REFUNDED, NOON, LATER, LATEST));
        assertThat(refunded.version()).isEqualTo(4);
        assertRefused(refunded::refund);
    }

    @Test
    void onlyACompletedOrderIsRefunded() {
        for (Order other : List.of(queued, queued.start(LATER), queued.fail(LATER), queued.cancel(LATER))) {
            assertRefused(other::refund);
        }
    }

    @Test
    void onlyAFailedOrderIsQueuedAgain() {
        assertRefused(queued::requeue);
        assertRefused(queued.start(LATER)::requeue);
        assertRefused(queued.cancel(LATER)::requeue);
        assertRefused(queued.start(LATER).complete(LATEST)::requeue);
    }

    @Test
    void aFinishedOrderTakesNoOtherStep() {
        Order completed = queued.start(LATER).complete(LATEST);
        for (Order finished : List.of(completed, completed.refund(), queued.fail(LATER), queued.cancel(LATER))) {
            assertRefused(() -> finished.start(LATEST));
            assertRefused(() -> finished.complete(LATEST));
            assertRefused(() -> finished.fail(LATEST));
            assertRefused(() -> finished.cancel(LATEST));
        }
    }

    @Test
    void aBuyerIsMaskedInWhateverIsPrinted() {
        assertThat(queued.toString()).doesNotContain("Ada", "ada@example.org");
    }

    private static void assertRefused(Runnable step) {
        assertThatExceptionOfType(IllegalOrderStepException.class).isThrownBy(step::run);
    }
}
