package dev.sluice.domain.privacy;

import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that was issued to a buyer and has to be kept for some time by law.
 *
 * @param kind what it is, such as {@code invoice}
 * @param number as it is printed
 * @param buyer as the document names the person, which later changes do not alter
 * @param reason why it was issued, in the seller's words, or null if it does not say
 * @param mailedAt when the e-mail that carried it was accepted, or null if none was
 */
public record HeldPaper(
        OrderId order,
        String kind,
        String number,
        LocalDate issuedOn,
        Buyer buyer,
        @Nullable String reason,
        @Nullable Instant mailedAt) {}
