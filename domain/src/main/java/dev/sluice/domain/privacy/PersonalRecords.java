package dev.sluice.domain.privacy;

import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Everything that is held about buyers, wherever it lies. Safe for use by many threads; joins the caller's transaction. */
public interface PersonalRecords {

    /** The orders of a person, newest first. */
    Page<OrderId> orders(DataSubject subject, PageRequest page);

    /** The papers of these orders, by order. */
    List<HeldPaper> papers(Collection<OrderId> orders);

    /** How often the invoices of these orders were sent once more, first things first for each order. */
    List<HeldReceipt> receipts(Collection<OrderId> orders);

    /** Whether the person has an order {@linkplain dev.sluice.domain.order.OrderStatus#isUnderWay under way}. */
    boolean isUnderWay(DataSubject subject);

    /**
     * Takes the person out of some of the orders that are not under way, and out of what is kept about their requests, and
     * counts them on the record of the erasure. Their papers stay until {@link #forgetPapers}. Needs a transaction.
     *
     * @param limit how many orders at most
     * @return how many there were
     */
    int erase(DataSubject subject, Erasure erasure, int limit);

    /**
     * Takes erased persons out of papers that need not be kept any more, and deletes their documents. Needs a transaction.
     *
     * @param issuedBefore the first day of issue whose papers stay
     * @param limit how many orders' papers at most
     * @return how many orders' there were
     */
    int forgetPapers(LocalDate issuedBefore, int limit);
}
