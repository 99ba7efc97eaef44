package dev.sluice.adapters.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.link.LinkKeys;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvoiceLinksTest {

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final OrderId ORDER = new OrderId(new UUID(0, 1));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InvoiceLinks links = process();

    @Test
    void aLinkWorksInAllProcessesUntilItsTimeIsOver() {
        InvoiceLinkResponse link = links.to(ORDER);
        assertThat(link.expiresAt()).isEqualTo(clock.instant().plus(LIFETIME));

        clock.advance(LIFETIME.minusSeconds(1));
        assertThat(works(process(), ORDER, link)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(works(links, ORDER, link)).isFalse();
    }

    @Test
    void aLinkWorksForItsOrderAndItsTimeOnly() {
        InvoiceLinkResponse link = links.to(ORDER);
        String signature = value(link, "signature");
        String later = Long.toString(link.expiresAt().plusSeconds(1).getEpochSecond());

        assertThat(works(links, new OrderId(new UUID(0, 2)), link)).isFalse();
        assertThat(links.works(ORDER, later, signature)).isFalse();
        assertThat(links.works(ORDER, "0" + value(link, "expires"), signature)).isTrue();
        assertThat(links.works(ORDER, "99999999999999999999", signature)).isFalse();
        assertThat(links.works(ORDER, "", signature)).isFalse();
        assertThat(links.works(ORDER, value(link, "expires"), "")).isFalse();
    }

    @Test
    void eachCharacterOfASignatureCounts() {
        InvoiceLinkResponse link = links.to(ORDER);
        String signature = value(link, "signature");

        assertThat(IntStream.range(0, signature.length())
                        .mapToObj(index -> signature.substring(0, index)
                                + (signature.charAt(index) == 'A' ? 'B' : 'A')
                                + signature.substring(index + 1)))
                .hasSize(43)
                .noneMatch(altered -> links.works(ORDER, value(link, "expires"), altered));
    }

    @Test
    void aLinkWorksThoughAnotherKeyHasTakenOver() {
        links.to(ORDER);
        clock.advance(Duration.ofDays(30));
        InvoiceLinkResponse link = links.to(ORDER);
        clock.advance(Duration.ofMinutes(5));

        assertThat(value(links.to(ORDER), "signature")).isNotEqualTo(value(link, "signature"));
        assertThat(works(process(), ORDER, link)).isTrue();
    }

    @Test
    void aPrintedLinkDoesNotWork() {
        InvoiceLinkResponse link = links.to(ORDER);

        assertThat(link.toString()).doesNotContain(value(link, "signature"));
    }

    private InvoiceLinks process() {
        return new InvoiceLinks(
                new LinkSignatures(new LinkKeys(repositories.signingKeys(), clock)),
                new InvoiceLinkProperties(LIFETIME, null),
                clock);
    }

    private static boolean works(InvoiceLinks links, OrderId order, InvoiceLinkResponse link) {
        return links.works(order, value(link, "expires"), value(link, "signature"));
    }

    private static String value(InvoiceLinkResponse link, String name) {
        return link.url().replaceAll(".*[?&]" + name + "=([^&]+).*", "$1");
    }
}
