package dev.sluice.worker;

import dev.sluice.application.job.JobLimits;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Limit;
import dev.sluice.domain.job.QueueName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bounds the jobs under way in the whole installation. All workers need the same, for any may dispatch.
 *
 * @param queues limits by the names of queues
 * @param types limits by the names of job types
 * @param groups limits that each group of a queue has, by the names of queues
 * @param weights how many jobs of a group start for one of a group that is not named here, by the keys of groups
 */
@ConfigurationProperties("sluice.limits")
record LimitsProperties(
        @DefaultValue Map<String, LimitProperties> queues,
        @DefaultValue Map<String, LimitProperties> types,
        @DefaultValue Map<String, LimitProperties> groups,
        @DefaultValue Map<String, Integer> weights) {

    /**
     * @param knownQueues all queues there are
     * @param knownTypes the names of all job types
     */
    JobLimits limits(Set<QueueName> knownQueues, Set<String> knownTypes) {
        List<String> names = knownQueues.stream().map(QueueName::value).toList();
        requireKnown("queues", queues.keySet(), names);
        requireKnown("types", types.keySet(), knownTypes);
        requireKnown("groups", groups.keySet(), names);
        if (weights.values().stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException("sluice.limits.weights are at least 1");
        }
        return new JobLimits(
                byKey(queues, QueueName::new), byKey(types, name -> name), byKey(groups, QueueName::new), byGroup());
    }

    /** A limit under a name that nothing has would be no limit. */
    private static void requireKnown(String key, Collection<String> named, Collection<String> known) {
        if (!known.containsAll(named)) {
            throw new IllegalArgumentException("sluice.limits." + key + " are of "
                    + known.stream().sorted().toList() + ", not "
                    + named.stream().sorted().toList());
        }
    }

    private static <K> Map<K, Limit> byKey(Map<String, LimitProperties> limits, Function<String, K> key) {
        return limits.entrySet().stream()
                .collect(Collectors.toMap(
                        limit -> key.apply(limit.getKey()),
                        limit -> limit.getValue().limit()));
    }

    private Map<GroupKey, Integer> byGroup() {
        return weights.entrySet().stream()
                .collect(Collectors.toMap(weight -> new GroupKey(weight.getKey()), Map.Entry::getValue));
    }
}
