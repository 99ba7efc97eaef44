package dev.sluice.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import dev.sluice.domain.repository.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link SentMails} does. */
public interface SentMailsContract {

    MessageId MAIL = new MessageId("invoice.1@shop.example");
    Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

    Repositories repositories();

    @Test
    default void aMailThatWasNotSentIsNotContained() {
        sentMails().record(new MessageId("invoice.2@shop.example"), SENT);

        assertThat(sentMails().contains(MAIL)).isFalse();
    }

    @Test
    default void aRecordedMailIsContained() {
        sentMails().record(MAIL, SENT);

        assertThat(sentMails().contains(MAIL)).isTrue();
    }

    @Test
    default void aSecondRecordChangesNothing() {
        sentMails().record(MAIL, SENT);

        assertThatCode(() -> sentMails().record(MAIL, SENT.plusSeconds(1))).doesNotThrowAnyException();
        assertThat(sentMails().contains(MAIL)).isTrue();
    }

    @Test
    default void ofManyMailsThoseThatWereSentAreFoundWithTheirTimes() {
        MessageId other = new MessageId("invoice.2@shop.example");
        MessageId third = new MessageId("invoice.3@shop.example");
        sentMails().record(MAIL, SENT);
        sentMails().recordAll(Map.of(MAIL, SENT.plusSeconds(1), third, SENT));

        assertThat(sentMails().sentAt(List.of(third))).containsExactly(entry(third, SENT));
        assertThat(sentMails().sentAt(List.of(MAIL, other))).containsExactly(entry(MAIL, SENT));
        assertThat(sentMails().sentAt(List.of())).isEmpty();
    }

    private SentMails sentMails() {
        return repositories().sentMails();
    }
}
