package dev.sluice.domain.webhook;

import java.util.List;

class InMemoryWebhookSenderTest implements WebhookSenderContract {

    private final InMemoryWebhookSender sender = new InMemoryWebhookSender();

    @Override
    public WebhookSender sender() {
        return sender;
    }

    @Override
    public WebhookUrl listening() {
        return new WebhookUrl("https://hooks.example.com/");
    }

    @Override
    public void answerNext(int status) {
        sender.answerNext(new WebhookResponse.Answered(status));
    }

    @Override
    public List<WebhookDeliveryId> received() {
        return sender.sent().stream().map(WebhookMessage::id).toList();
    }
}
