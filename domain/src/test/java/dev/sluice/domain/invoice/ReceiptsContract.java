package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.repository.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Receipts} does. */
public interface ReceiptsContract {

    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    Repositories repositories();

    @Test
    default void theReceiptsOfAnOrderAreFoundNewestFirst() {
        OrderId order = order();
        Receipt first = receipt(1, order);
        Receipt second = receipt(2, order);
        List.of(first, second, receipt(3, order())).forEach(receipts()::add);

        assertThat(receipts().latest(order)).containsExactly(second, first);
        assertThat(receipts().latest(order())).isEmpty();
    }

    @Test
    default void noMoreThanTheLatestAreFound() {
        OrderId order = order();
        LongStream.rangeClosed(1, Receipts.SHOWN + 1).forEach(id -> receipts().add(receipt(id, order)));

        assertThat(receipts().latest(order))
                .hasSize(Receipts.SHOWN)
                .startsWith(receipt(Receipts.SHOWN + 1, order))
                .doesNotContain(receipt(1, order));
    }

    private Receipts receipts() {
        return repositories().receipts();
    }

    private OrderId order() {
        return SampleSales.sale(repositories()).order().id();
    }

    private static Receipt receipt(long id, OrderId order) {
        return new Receipt(new ReceiptId(new UUID(0, id)), order, NOON.plusSeconds(id));
    }
}
