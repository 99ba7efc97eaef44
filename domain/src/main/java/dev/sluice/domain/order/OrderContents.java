package dev.sluice.domain.order;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an order is about: its lines and their tax, frozen when it is placed. All amounts have one currency.
 *
 * @param lines at least one
 * @param taxLines one for each rate, lowest first
 */
public record OrderContents(List<OrderLine> lines, List<TaxLine> taxLines) {

    public OrderContents {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has at least one line");
        }
        lines = List.copyOf(lines);
        taxLines = List.copyOf(taxLines);
    }

    /** Works out the tax of the lines: one amount for each rate, on the sum of that rate's lines. */
    public static OrderContents of(List<OrderLine> lines) {
        Map<Integer, Money> taxable = lines.stream()
                .collect(Collectors.toMap(
                        line -> line.taxRate().basisPoints(), OrderLine::net, Money::plus, TreeMap::new));
        return new OrderContents(
                lines,
                taxable.entrySet().stream()
                        .map(entry -> TaxLine.on(new TaxRate(entry.getKey()), entry.getValue()))
                        .toList());
    }

    /** The same with all amounts negative: what takes it back. */
    public OrderContents negated() {
        return new OrderContents(
                lines.stream().map(OrderLine::negated).toList(),
                taxLines.stream().map(TaxLine::negated).toList());
    }

    public Money net() {
        return sum(lines.stream().map(OrderLine::net).toList());
    }

    public Money tax() {
        return sum(taxLines.stream().map(TaxLine::tax).toList());
    }

    /** What the buyer pays. */
    public Money total() {
        return net().plus(tax());
    }

    private Money sum(List<Money> amounts) {
        Money zero = Money.zero(lines.getFirst().unitPrice().currency());
        return amounts.stream().reduce(zero, Money::plus);
    }
}
