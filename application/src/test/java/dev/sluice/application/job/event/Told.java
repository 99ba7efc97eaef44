package dev.sluice.application.job.event;

import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobEvents;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that is told, to be asked for in words: state, attempt, type and queue. */
final class Told implements JobEvents {

    private final List<JobEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Collection<JobEvent> told) {
        events.addAll(told);
    }

    List<JobEvent> events() {
        return List.copyOf(events);
    }

    /** What was told since this was asked for last. */
    List<String> words() {
        List<String> words = events.stream()
                .map(event -> event.state() + " " + event.attempt() + " " + event.type() + " "
                        + event.queue().value())
                .toList();
        events.clear();
        return words;
    }
}
