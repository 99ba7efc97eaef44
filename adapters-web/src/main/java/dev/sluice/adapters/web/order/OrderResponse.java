package dev.sluice.adapters.web.order;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.TaxLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order, as it is answered. */
record OrderResponse(
        OrderId orderId,
        OrderStatus status,
        CreatorId creatorId,
        BuyerResponse buyer,
        List<Line> lines,
        List<Tax> taxLines,
        Money net,
        Money tax,
        Money total,
        Instant placedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static OrderResponse of(Order order) {
        return new OrderResponse(
                order.id(),
                order.status(),
                order.creator(),
                BuyerResponse.of(order.buyer()),
                order.contents().lines().stream().map(Line::of).toList(),
                order.contents().taxLines().stream().map(Tax::of).toList(),
                order.contents().net(),
                order.contents().tax(),
                order.contents().total(),
                order.progress().placedAt(),
                order.progress().startedAt(),
                order.progress().finishedAt());
    }

    /** @param taxBasisPoints the rate of tax in hundredths of a percent */
    record Line(ProductId productId, String title, int quantity, Money unitPrice, Money net, int taxBasisPoints) {

        static Line of(OrderLine line) {
            return new Line(
                    line.product(),
                    line.title(),
                    line.quantity(),
                    line.unitPrice(),
                    line.net(),
                    line.taxRate().basisPoints());
        }
    }

    /** @param taxBasisPoints the rate of tax in hundredths of a percent */
    record Tax(int taxBasisPoints, Money taxable, Money tax) {

        static Tax of(TaxLine line) {
            return new Tax(line.rate().basisPoints(), line.taxable(), line.tax());
        }
    }
}
