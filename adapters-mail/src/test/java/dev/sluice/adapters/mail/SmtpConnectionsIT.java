package dev.sluice.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.mail.Mailer;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpConnectionsIT {

    private static final int MOST_MAILS = 100;

    @Test
    void theNextEmailGoesOverTheSameConnection() throws IOException {
        try (var server = ScriptedSmtpServer.willing();
                var context = MailContext.on(server.port())) {
            send(context.getBean(Mailer.class), 2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatWantsToHangUpIsConnectedToAgain() throws IOException {
        try (var server = ScriptedSmtpServer.replying("NOOP", "421 closing");
                var context = MailContext.on(server.port())) {
            send(context.getBean(Mailer.class), 2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 451 too many", "RCPT, 550 unknown", "MAIL, ''", "DATA, ''", "., ''"})
    void aConnectionOverWhichAnEmailHasFailedIsNotUsedAgain(String command, String reply) throws IOException {
        try (var server = ScriptedSmtpServer.replying(command, reply);
                var context = MailContext.on(server.port(), "spring.mail.properties.mail.smtp.timeout=300")) {
            Mailer mailer = context.getBean(Mailer.class);
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> mailer.send(SampleEmails.EMAIL)).isInstanceOf(RuntimeException.class);
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void noConnectionTakesMoreEmailsThanAMailServerMayAllow() throws IOException {
        try (var server = ScriptedSmtpServer.willing();
                var context = MailContext.on(server.port())) {
            send(context.getBean(Mailer.class), MOST_MAILS + 1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static void send(Mailer mailer, int times) {
        IntStream.range(0, times).forEach(number -> mailer.send(SampleEmails.EMAIL));
    }
}
