package dev.sluice.domain.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** A job queue in memory, whose broker a test can stop, start and let lose messages. */
public final class InMemoryJobQueue implements JobQueue, WakeUps {

    private final Map<QueueName, List<Dispatch>> queues = new LinkedHashMap<>();
    private boolean down;
    private int wakeUps;

    public InMemoryJobQueue(Set<QueueName> names) {
        names.forEach(name -> queues.put(name, new ArrayList<>()));
    }

    @Override
    public synchronized Collection<Dispatch> publish(QueueName queue, List<Dispatch> dispatches) {
        List<Dispatch> waiting = queues.get(queue);
        if (down || waiting == null) {
            return List.copyOf(dispatches);
        }
        waiting.addAll(dispatches);
        return List.of();
    }

    @Override
    public synchronized OptionalLong depth(QueueName queue) {
        List<Dispatch> waiting = queues.get(queue);
        return down || waiting == null ? OptionalLong.empty() : OptionalLong.of(waiting.size());
    }

    @Override
    public synchronized void wakeDispatcher() {
        if (!down) {
            wakeUps++;
        }
    }

    /** Takes and acknowledges all that waits in a queue, as a worker does. */
    public synchronized List<Dispatch> takeAll(QueueName queue) {
        List<Dispatch> waiting = queues.getOrDefault(queue, new ArrayList<>());
        List<Dispatch> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Loses all messages of all queues, as a broker does that is set up anew. */
    public synchronized void loseAll() {
        queues.values().forEach(List::clear);
    }

    /** Puts the broker out of reach; it keeps what it has. */
    public synchronized void goDown() {
        down = true;
    }

    /** Puts the broker back in reach. */
    public synchronized void comeBack() {
        down = false;
    }

    /** How many wake-ups have arrived. */
    public synchronized int wakeUps() {
        return wakeUps;
    }
}
