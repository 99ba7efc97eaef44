package dev.sluice.domain.invoice;

import dev.sluice.domain.order.OrderId;
import java.util.List;

/** All receipts. Safe for use by many threads; joins the caller's transaction. */
public interface Receipts {

    /** How many receipts of one order are shown. */
    int SHOWN = 100;

    void add(Receipt receipt);

    /** The receipts of an order, newest first: the latest {@value #SHOWN}. */
    List<Receipt> latest(OrderId order);
}
