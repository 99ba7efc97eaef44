package dev.sluice.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpDefaultsTest {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @Test
    void everyWaitIsBounded() {
        SmtpDefaults.fillIn(sender);
        assertThat(sender.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "5000")
                .containsEntry("mail.smtp.timeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000")
                .containsEntry("mail.smtp.quitwait", "false");
    }

    @Test
    void theProtocolInUseIsMeant() {
        sender.setProtocol("smtps");
        SmtpDefaults.fillIn(sender);
        assertThat(sender.getJavaMailProperties()).containsEntry("mail.smtps.timeout", "10000");
    }

    @Test
    void whatIsSetStays() {
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "1");
        SmtpDefaults.fillIn(sender);
        assertThat(sender.getJavaMailProperties()).containsEntry("mail.smtp.timeout", "1");
    }
}
