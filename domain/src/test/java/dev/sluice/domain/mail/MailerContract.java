package dev.sluice.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Mailer} does. */
public interface MailerContract {

    /** Mail servers reckon in whole seconds. */
    Instant DATE = Instant.parse("2026-03-01T12:00:00Z");

    Mailer mailer();

    /** The e-mails that have arrived so far, oldest first. */
    List<Delivery> deliveries();

    /** Lets the server refuse the next e-mail for now. */
    void refuseNext();

    OrderId ORDER = new OrderId(new UUID(0, 42));

    @Test
    default void deliversAnEmailAsItIs() {
        mailer().send(email("Zoë Łąka", "Rechnung für Ihre Bestellung ✓", "invoice.pdf"));
        assertThat(deliveries())
                .containsExactly(new Delivery(
                        "invoice.42@sluice.example",
                        DATE,
                        List.of("zoe@example.com"),
                        "Rechnung für Ihre Bestellung ✓",
                        "Dziękuję!",
                        List.of("invoice.pdf: %PDF-é")));
    }

    @Test
    default void deliversAnEmailWithoutAttachment() {
        mailer().send(new Email(id(), ORDER, DATE, buyer("Zoë"), "Hello", "Dziękuję!", List.of()));
        assertThat(deliveries())
                .containsExactly(new Delivery(
                        "invoice.42@sluice.example",
                        DATE,
                        List.of("zoe@example.com"),
                        "Hello",
                        "Dziękuję!",
                        List.of()));
    }

    @Test
    default void keepsTheMessageIdOfAnEmailSentTwice() {
        mailer().send(email("Zoë", "Hello", "invoice.pdf"));
        mailer().send(email("Zoë", "Hello", "invoice.pdf"));
        assertThat(deliveries())
                .extracting(Delivery::messageId)
                .containsExactly("invoice.42@sluice.example", "invoice.42@sluice.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë\r\nBcc: eve@example.com",
                "Zoe\nBcc: eve@example.com\n\nbody",
                "Zoe\r\n\r\nbody",
                "Zoe\u2028Bcc: eve@example.com",
                "\"Zoe\" <eve@example.com>, Eve",
                ""
            })
    default void deliversOneEmailToOneRecipientWhateverTheNameAndTheSubjectHold(String text) {
        mailer().send(email(text, text, text + ".pdf"));
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.recipients()).containsExactly("zoe@example.com");
            assertThat(delivery.text()).isEqualTo("Dziękuję!");
            assertThat(delivery.attachments()).hasSize(1);
        });
    }

    @Test
    default void anEmailRefusedForNowMayBeSentAgain() {
        Email email = email("Zoë", "Hello", "invoice.pdf");
        refuseNext();
        assertThatThrownBy(() -> mailer().send(email))
                .isInstanceOf(RetryableFailure.class)
                .hasMessageNotContaining("zoe");
        mailer().send(email);
        assertThat(deliveries()).hasSize(1);
    }

    private static Email email(String name, String subject, String fileName) {
        PdfDocument document = new PdfDocument("%PDF-é".getBytes(StandardCharsets.UTF_8));
        return new Email(
                id(), ORDER, DATE, buyer(name), subject, "Dziękuję!", List.of(new Attachment(fileName, document)));
    }

    private static MessageId id() {
        return new MessageId("invoice.42@sluice.example");
    }

    private static Buyer buyer(String name) {
        return new Buyer(name, new EmailAddress("zoe@example.com"), new Country("DE"));
    }

    /**
     * An e-mail as it arrived.
     *
     * @param recipients whom it was delivered to
     * @param attachments each as its file name, a colon, a space and its content read as UTF-8
     */
    record Delivery(
            String messageId,
            Instant date,
            List<String> recipients,
            String subject,
            String text,
            List<String> attachments) {}
}
