package dev.sluice.bench.compare;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.process.LoopbackPort;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class MailSinkTest {

    @Test
    void eachMailIsAcceptedAndCounted() throws Exception {
        try (MailSink sink = MailSink.start();
                Socket client = new Socket()) {
            client.connect(LoopbackPort.address(sink.port()));
            client.getOutputStream()
                    .write("EHLO me\r\nDATA\r\nQUIT is no command here\r\n..\r\n.\r\nDATA\r\n.\r\nQUIT\r\n"
                            .getBytes(US_ASCII));

            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII).lines())
                    .containsExactly("220 sink", "250 ok", "354 go on", "250 ok", "354 go on", "250 ok", "221 bye");
            assertThat(sink.received()).isEqualTo(2);
        }
    }
}
