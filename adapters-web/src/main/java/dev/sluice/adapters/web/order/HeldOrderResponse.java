package dev.sluice.adapters.web.order;

import dev.sluice.domain.privacy.HeldOrder;
import dev.sluice.domain.privacy.HeldPaper;
import dev.sluice.domain.privacy.HeldReceipt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is held about a buyer because of one order, as it is answered. */
record HeldOrderResponse(OrderResponse order, List<Paper> papers, List<SentAgain> receipts) {

    static HeldOrderResponse of(HeldOrder held) {
        return new HeldOrderResponse(
                OrderResponse.of(held.order()),
                held.papers().stream().map(Paper::of).toList(),
                held.receipts().stream().map(SentAgain::of).toList());
    }

    /**
     * @param kind what it is, such as {@code invoice}
     * @param buyer as the document names the person
     * @param reason why a credit note was issued, as it says to the buyer
     * @param url where the document is
     * @param mailedAt when the e-mail that carried it was accepted by the mail server
     */
    record Paper(
            String kind,
            String number,
            LocalDate issuedOn,
            BuyerResponse buyer,
            @Nullable String reason,
            String url,
            @Nullable Instant mailedAt) {

        static Paper of(HeldPaper paper) {
            return new Paper(
                    paper.kind(),
                    paper.number(),
                    paper.issuedOn(),
                    BuyerResponse.of(paper.buyer()),
                    paper.reason(),
                    "/v1/orders/" + paper.order().value() + "/" + paper.kind(),
                    paper.mailedAt());
        }
    }

    /**
     * That the invoice was sent once more.
     *
     * @param mailedAt when the e-mail was accepted by the mail server
     */
    record SentAgain(Instant requestedAt, @Nullable Instant mailedAt) {

        static SentAgain of(HeldReceipt receipt) {
            return new SentAgain(receipt.requestedAt(), receipt.mailedAt());
        }
    }
}
