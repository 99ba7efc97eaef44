package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobEventTextTest {

    private static final String ID_TEXT = "01a212e8-6763-7de5-b038-0d223eb71412";
    private static final UUID ID = UUID.fromString(ID_TEXT);
    private static final String HEAD = ID_TEXT + " 7";
    private static final String EVENT = ID_TEXT + " send-mail mails RUNNING 2 1771416000123";

    @ParameterizedTest
    @EnumSource
    void aBatchArrivesAsItWasSent(JobState state) {
        JobEventBatch batch = new JobEventBatch(ID, 7, List.of(event(state, 0), event(state, 3)));

        assertThat(JobEventText.read(JobEventText.bytes(batch))).hasValue(batch);
    }

    @Test
    void aBatchCanBeEmpty() {
        JobEventBatch batch = new JobEventBatch(ID, 7, List.of());

        assertThat(new String(JobEventText.bytes(batch), UTF_8)).isEqualTo(HEAD);
        assertThat(JobEventText.read(JobEventText.bytes(batch))).hasValue(batch);
    }

    @Test
    void anEventIsALine() {
        assertThat(new String(JobEventText.bytes(new JobEventBatch(ID, 7, List.of(event(JobState.RUNNING, 2)))), UTF_8))
                .isEqualTo(HEAD + "\n" + EVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "garbage",
                HEAD + " 8",
                HEAD + "\n\n" + EVENT,
                HEAD + "\n" + EVENT + " more",
                HEAD + "\n01a212e8 send-mail mails RUNNING 2 1771416000123",
                HEAD + "\n" + ID_TEXT + " send-mail MAILS RUNNING 2 1771416000123",
                HEAD + "\n" + ID_TEXT + " send-mail mails JUGGLED 2 1771416000123",
                HEAD + "\n" + ID_TEXT + " send-mail mails RUNNING two 1771416000123"
            })
    void whatIsNoBatchIsNotRead(String text) {
        assertThat(JobEventText.read(text.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "9", HEAD + "\n", EVENT + "\n"})
    void whatIsFarTooLongIsNotTakenApart(String piece) {
        byte[] bomb = (HEAD + "\n" + piece.repeat(10_000_000 / piece.length())).getBytes(UTF_8);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

        long before = threads.getCurrentThreadAllocatedBytes();
        var read = JobEventText.read(bomb);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(read).isEmpty();
        assertThat(allocated).isLessThan(1_000_000);
    }

    private static JobEvent event(JobState state, int attempt) {
        return new JobEvent(
                new JobId(ID),
                "send-mail",
                new QueueName("mails"),
                state,
                attempt,
                Instant.ofEpochMilli(1_771_416_000_123L));
    }
}
