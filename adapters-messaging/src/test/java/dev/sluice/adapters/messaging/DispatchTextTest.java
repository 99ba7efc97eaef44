package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchTextTest {

    private static final String JOB = "01936d2e-7c1a-7b3e-8000-0123456789ab";

    @Test
    void aDispatchIsReadAsItWasWritten() {
        Dispatch dispatch = new Dispatch(new JobId(UUID.fromString(JOB)), Integer.MAX_VALUE);

        assertThat(DispatchText.of(dispatch)).isEqualTo(JOB + ":2147483647");
        assertThat(DispatchText.read(DispatchText.bytes(dispatch))).contains(dispatch);
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
                JOB + ":2147483648",
                "1-1-1-1-1:1",
                "not-a-job:1",
                "\u00ac\u00ed\u0000\u0005sr"
            })
    void anythingElseIsNotADispatch(String text) {
        assertThat(DispatchText.read(text.getBytes(UTF_8))).isEmpty();
    }
}
