package dev.sluice.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.mail.Mailer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpFailuresIT {

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <zoe@example.com> unknown",
        "RCPT, 553 5.1.3 <zoe@example.com> not allowed",
        "., 554 5.7.1 <zoe@example.com> spam",
        "., 552 5.3.4 too big for zoe@example.com"
    })
    void aRefusalOfTheEmailForGoodIsFinal(String command, String reply) throws IOException {
        assertThat(failureWith(command, reply)).isInstanceOf(FinalFailure.class).satisfies(SmtpFailuresIT::namesNobody);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 421 busy",
        "'', 554 go away",
        "MAIL, 451 try again",
        "MAIL, 530 5.7.0 log in first",
        "RCPT, 450 <zoe@example.com> greylisted",
        "RCPT, 452 too many",
        "DATA, 451 try again",
        "., 451 try again zoe@example.com"
    })
    void aRefusalForNowMayBeTriedAgain(String command, String reply) throws IOException {
        assertThat(failureWith(command, reply))
                .isInstanceOf(RetryableFailure.class)
                .satisfies(SmtpFailuresIT::namesNobody);
    }

    @ParameterizedTest
    @CsvSource({"''", "EHLO", "RCPT", "."})
    void aServerThatFallsSilentIsNotWaitedForLong(String command) throws IOException {
        long start = System.nanoTime();
        assertThat(failureWith(command, "", "spring.mail.properties.mail.smtp.timeout=300"))
                .isInstanceOf(RetryableFailure.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void aServerThatIsNotThereMayComeBack() throws IOException {
        try (var context = MailContext.on(closedPort())) {
            assertThat(catchThrowable(() -> context.getBean(Mailer.class).send(SampleEmails.EMAIL)))
                    .isInstanceOf(RetryableFailure.class)
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aRefusedLoginMayBeMended() throws IOException {
        assertThat(failureWith("AUTH", "535 5.7.8 no", "spring.mail.username=u", "spring.mail.password=p"))
                .isInstanceOf(RetryableFailure.class);
    }

    private static Throwable failureWith(String command, String reply, String... settings) throws IOException {
        try (var server = ScriptedSmtpServer.replying(command, reply);
                var context = MailContext.on(server.port(), settings)) {
            return catchThrowable(() -> context.getBean(Mailer.class).send(SampleEmails.EMAIL));
        }
    }

    private static void namesNobody(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContainIgnoringCase("zoe");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
