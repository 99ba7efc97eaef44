package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.smtp.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** What buyers are owed: each order is completed, with one invoice and one e-mail. */
record Fulfilment(Installation sluice) {

    void awaitCompleted(List<UUID> orders, Duration limit) {
        List<UUID> open = new ArrayList<>(orders);
        Eventually.within(limit).untilAsserted(() -> {
            open.removeIf(order -> sluice.client().status(order).equals("COMPLETED"));
            assertThat(open).extracting(sluice.client()::status).isEmpty();
        });
    }

    /** The orders are all there are of the creator. */
    void assertOneInvoiceEach(UUID creator, List<UUID> orders) {
        assertThat(sluice.records().invoiceNumbers(creator))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, orders.size()).boxed().toList());
        assertThat(sluice.records().documents(creator)).isEqualTo(orders.size());
    }

    /** The e-mails that these orders have been told of in. */
    List<ReceivedMail> mailsOf(List<UUID> orders) {
        return sluice.services().smtp().mails().stream()
                .filter(mail -> orders.stream()
                        .anyMatch(order -> new String(mail.eml(), StandardCharsets.UTF_8).contains(order.toString())))
                .toList();
    }

    void assertOneMailEach(List<UUID> orders) {
        List<String> mails = sluice.services().smtp().mails().stream()
                .map(ReceivedMail::eml)
                .map(eml -> new String(eml, StandardCharsets.UTF_8))
                .toList();
        assertThat(orders)
                .allSatisfy(order -> assertThat(mails)
                        .filteredOn(mail -> mail.contains(order.toString()))
                        .hasSize(1));
    }
}
