package dev.sluice.domain.mail;

import dev.sluice.domain.failure.RetryableFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;

class InMemoryMailerTest implements MailerContract {

    private final InMemoryMailer mailer = new InMemoryMailer();

    @Override
    public Mailer mailer() {
        return mailer;
    }

    @Override
    public List<Delivery> deliveries() {
        return mailer.sent().stream().map(InMemoryMailerTest::delivery).toList();
    }

    @Override
    public void refuseNext() {
        mailer.failNext(new RetryableFailure("refused for now", new IllegalStateException("told to fail")));
    }

    private static Delivery delivery(Email email) {
        return new Delivery(
                email.id().value(),
                email.date(),
                List.of(email.to().email().value()),
                email.subject(),
                email.text(),
                email.attachments().stream().map(InMemoryMailerTest::text).toList());
    }

    private static String text(Attachment attachment) {
        return attachment.fileName() + ": " + new String(attachment.document().bytes(), StandardCharsets.UTF_8);
    }
}
