package dev.sluice.domain.webhook;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to the endpoints that ends here: it keeps what is sent, and answers as it is told to, or that it has arrived. */
public final class InMemoryWebhookSender implements WebhookSender {

    private final List<WebhookMessage> sent = new CopyOnWriteArrayList<>();
    private final Queue<WebhookResponse> answers = new ConcurrentLinkedQueue<>();

    @Override
    public WebhookResponse send(WebhookMessage message) {
        sent.add(message);
        WebhookResponse answer = answers.poll();
        return answer == null ? new WebhookResponse.Answered(204) : answer;
    }

    /** How one more of the next messages is answered. */
    public void answerNext(WebhookResponse answer) {
        answers.add(answer);
    }

    public List<WebhookMessage> sent() {
        return List.copyOf(sent);
    }
}
