package dev.sluice.domain.mail;

import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import java.time.Instant;
import java.util.List;

/**
 * An e-mail to a buyer, in the buyer's language.
 *
 * @param order what it is about: the one id by which an order, its job and its e-mails are found
 * @param date when it was written, as its recipient sees it
 * @param text the body as plain text
 */
public record Email(
        MessageId id,
        OrderId order,
        Instant date,
        Buyer to,
        String subject,
        String text,
        List<Attachment> attachments) {

    public Email {
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Email[" + id.value() + "]";
    }
}
