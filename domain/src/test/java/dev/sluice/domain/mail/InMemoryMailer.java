package dev.sluice.domain.mail;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mailer that keeps what it sends, and fails when told to. */
public final class InMemoryMailer implements Mailer {

    private final List<Email> sent = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    @Override
    public void send(Email email) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        sent.add(email);
    }

    /** The e-mails sent so far, oldest first. */
    public List<Email> sent() {
        return List.copyOf(sent);
    }

    /** Lets one more of the next sends fail. */
    public void failNext(RuntimeException failure) {
        failures.add(failure);
    }
}
