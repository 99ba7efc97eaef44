package dev.sluice.application.job;

import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.Limit;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What bounds the jobs under way, and how groups share a queue.
 *
 * @param queues the limits of whole queues
 * @param types the limits of job types, by their names
 * @param groups the limits that each single group of a queue has
 * @param weights how many jobs of a group start for one of a group that is not named here
 */
public record JobLimits(
        Map<QueueName, Limit> queues,
        Map<String, Limit> types,
        Map<QueueName, Limit> groups,
        Map<GroupKey, Integer> weights) {

    public static final JobLimits NONE = new JobLimits(Map.of(), Map.of(), Map.of(), Map.of());

    public JobLimits {
        queues = Map.copyOf(queues);
        types = Map.copyOf(types);
        groups = Map.copyOf(groups);
        weights = Map.copyOf(weights);
        if (weights.values().stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException("a weight is at least 1");
        }
    }

    int weight(GroupKey group) {
        return weights.getOrDefault(group, 1);
    }

    /** The limits that the jobs of a lane fall under, each with its name. */
    List<Bound> of(QueueName queue, Lane lane) {
        List<Bound> bounds = new ArrayList<>();
        add(bounds, "queue " + queue.value(), queues.get(queue));
        add(bounds, "type " + lane.type(), types.get(lane.type()));
        if (!lane.group().equals(GroupKey.NONE)) {
            add(bounds, "group " + queue.value() + " " + lane.group().value(), groups.get(queue));
        }
        return bounds;
    }

    private static void add(List<Bound> bounds, String name, @Nullable Limit limit) {
        if (limit != null) {
            bounds.add(new Bound(name, limit));
        }
    }

    /** A limit and whose it is; its bucket of tokens has this name. */
    record Bound(String name, Limit limit) {

        Optional<Rate> rate() {
            return Optional.ofNullable(limit.rate());
        }
    }
}
