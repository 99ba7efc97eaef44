package dev.sluice.adapters.mail;

import dev.sluice.domain.mail.Email;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An e-mail for tests. */
final class SampleEmails {

    static final Email EMAIL = new Email(
            new MessageId("invoice.7@sluice.example"),
            new OrderId(new UUID(0, 7)),
            Instant.EPOCH,
            new Buyer("Zoe", new EmailAddress("zoe@example.com"), new Country("DE")),
            "Hello",
            "Hello",
            List.of());

    private SampleEmails() {}
}
