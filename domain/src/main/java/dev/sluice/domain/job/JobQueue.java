package dev.sluice.domain.job;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Delivery of dispatches to the workers through the broker. It may lose, double and reorder what it carries. Safe for use by many threads; every wait in it is bounded.
 */
public interface JobQueue {

    /**
     * Publishes dispatches and waits for the broker's word on each.
     *
     * @return those that the broker surely does not hold; of the others it holds them, or it is unknown
     */
    Collection<Dispatch> publish(QueueName queue, List<Dispatch> dispatches);

    /**
     * How many messages of a queue wait for a consumer; each carries one dispatch or several.
     *
     * @return empty if the broker cannot be asked
     */
    OptionalLong depth(QueueName queue);
}
