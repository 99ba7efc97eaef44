package dev.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrkReportTest {

    private static final String HEAD = """
            Running 10s test @ http://127.0.0.1:3000/v1/creators/1/portfolio
              1 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    29.13ms  158.04ms   5.80s    98.88%
                Req/Sec     3.41k     0.89k    5.11k    68.00%
              Latency Distribution
                 50%  840.00us
                 75%    6.02ms
                 90%    8.80ms
                 99%    1.05s
              1000 requests in 10.00s, 61.20MB read
            """;

    private static final String TAIL = """
            Requests/sec:    100.00
            Transfer/sec:      6.12MB
            """;

    @Test
    void itsRateAndTimesAreWhatItSays() {
        assertThat(WrkReport.of(HEAD + TAIL))
                .isEqualTo(new WrkReport(100, 1_000, Duration.ofNanos(840_000), Duration.ofMillis(1_050), 0));
    }

    @Test
    void answersThatAreNotGoodCountAsErrorsAndNotAsAnswers() {
        WrkReport report = WrkReport.of(HEAD + "  Non-2xx or 3xx responses: 250\n" + TAIL);

        assertThat(report.rate()).isEqualTo(75);
        assertThat(report.answers()).isEqualTo(750);
        assertThat(report.errors()).isEqualTo(250);
        assertThatIllegalStateException().isThrownBy(report::requireGood).withMessageContaining("errors=250");
    }

    @Test
    void whatGotNoAnswerCountsAsErrors() {
        assertThat(WrkReport.of(HEAD + "  Socket errors: connect 1, read 20, write 300, timeout 4000\n" + TAIL)
                        .errors())
                .isEqualTo(4321);
    }

    @Test
    void whatIsNoReportIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WrkReport.of("unable to connect"))
                .withMessageContaining("unable to connect");
    }
}
