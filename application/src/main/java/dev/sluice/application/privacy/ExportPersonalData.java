package dev.sluice.application.privacy;

import static java.util.Objects.requireNonNull;

import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.privacy.DataSubject;
import dev.sluice.domain.privacy.HeldOrder;
import dev.sluice.domain.privacy.HeldPaper;
import dev.sluice.domain.privacy.HeldReceipt;
import dev.sluice.domain.privacy.PersonalRecords;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers all that is held about a person, a page at a time: a few reads for each, however much there is in all. */
public final class ExportPersonalData {

    private final Transactions transactions;
    private final PersonalRecords personal;
    private final Orders orders;

    public ExportPersonalData(Transactions transactions, PersonalRecords personal, Orders orders) {
        this.transactions = transactions;
        this.personal = personal;
        this.orders = orders;
    }

    /** @return what is held because of each order, newest first */
    public Page<HeldOrder> export(DataSubject subject, PageRequest page) {
        return transactions.call(() -> held(personal.orders(subject, page)));
    }

    private Page<HeldOrder> held(Page<OrderId> page) {
        Map<OrderId, Order> found =
                orders.findAll(page.items()).stream().collect(Collectors.toMap(Order::id, Function.identity()));
        Map<OrderId, List<HeldPaper>> papers =
                personal.papers(page.items()).stream().collect(Collectors.groupingBy(HeldPaper::order));
        Map<OrderId, List<HeldReceipt>> receipts =
                personal.receipts(page.items()).stream().collect(Collectors.groupingBy(HeldReceipt::order));
        return page.map(id -> new HeldOrder(
                requireNonNull(found.get(id)),
                papers.getOrDefault(id, List.of()),
                receipts.getOrDefault(id, List.of())));
    }
}
