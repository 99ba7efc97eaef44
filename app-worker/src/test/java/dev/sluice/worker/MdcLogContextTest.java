package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class MdcLogContextTest {

    private final MdcLogContext log = new MdcLogContext();

    @Test
    void whatAStepLogsNamesItsRequestAndWhatFollowsDoesNot() {
        assertThat(log.within("req-1", () -> String.valueOf(MDC.get("requestId"))))
                .isEqualTo("req-1");
        assertThat(MDC.get("requestId")).isNull();
    }

    @Test
    void whatFollowsAStepThatFailsNamesNoRequest() {
        assertThatIllegalStateException()
                .isThrownBy(() -> log.within("req-1", () -> {
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(MDC.get("requestId")).isNull();
    }

    @Test
    void aStepThatNoRequestHasAskedForNamesNone() {
        assertThat(log.within(null, () -> String.valueOf(MDC.get("requestId")))).isEqualTo("null");
    }
}
