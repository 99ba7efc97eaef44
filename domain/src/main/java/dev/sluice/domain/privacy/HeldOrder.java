package dev.sluice.domain.privacy;

import dev.sluice.domain.order.Order;
import java.util.List;

/** All that is held about a person because of one order. */
public record HeldOrder(Order order, List<HeldPaper> papers, List<HeldReceipt> receipts) {

    public HeldOrder {
        papers = List.copyOf(papers);
        receipts = List.copyOf(receipts);
    }
}
