package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchTextTest {

    private static final String JOB = "01936d2e-7c1a-7b3e-8000-0123456789ab";

    @Test
    void dispatchesAreReadAsTheyWereWritten() {
        Dispatch first = new Dispatch(new JobId(UUID.fromString(JOB)), Integer.MAX_VALUE);
        Dispatch second = new Dispatch(new JobId(new UUID(1, 2)), 1);

        byte[] bytes = DispatchText.bytes(List.of(first, second));

        assertThat(new String(bytes, UTF_8)).isEqualTo(JOB + ":2147483647\n00000000-0000-0001-0000-000000000002:1");
        assertThat(DispatchText.read(bytes)).containsExactly(first, second);
        assertThat(DispatchText.read(DispatchText.bytes(List.of(second)))).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "garbage",
                JOB,
                JOB + ":",
                JOB + ":x",
                JOB + ":+1",
                JOB + ":01",
                JOB + ":1 ",
                JOB + ":1\n",
                JOB + ":1\n\n" + JOB + ":2",
                JOB + ":1\r\n" + JOB + ":2",
                JOB + ":1\ngarbage",
                JOB + ":2147483648",
                "1-1-1-1-1:1",
                "not-a-job:1",
                "\u00ac\u00ed\u0000\u0005sr"
            })
    void anythingElseHoldsNoDispatch(String text) {
        assertThat(DispatchText.read(text.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "9", JOB + ":", JOB + ":1\n"})
    void whatIsFarTooLongIsNotTakenApart(String piece) {
        byte[] bomb = piece.repeat(10_000_000 / piece.length()).getBytes(UTF_8);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

        long before = threads.getCurrentThreadAllocatedBytes();
        var read = DispatchText.read(bomb);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(read).isEmpty();
        assertThat(allocated).isLessThan(1_000_000);
    }

    /** The reader is given the body alone: whatever its sender says of it, nothing is unpacked. */
    @Test
    void whatIsPackedIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write((JOB + ":1").getBytes(UTF_8));
        }

        assertThat(DispatchText.read(packed.toByteArray())).isEmpty();
    }
}
