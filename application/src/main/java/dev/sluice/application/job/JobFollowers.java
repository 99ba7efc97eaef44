package dev.sluice.application.job;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Payload;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The followers of all job types; a type may have none. */
public final class JobFollowers {

    private static final System.Logger LOG = System.getLogger(JobFollowers.class.getName());

    private final Map<String, JobFollower<?>> byType;

    public JobFollowers(Collection<? extends JobFollower<?>> followers) {
        byType = followers.stream()
                .collect(
                        Collectors.toUnmodifiableMap(follower -> follower.type().name(), Function.identity()));
    }

    /** Lets the followers of these jobs follow. Needs the transaction that changes their states. */
    void follow(Collection<ControlledJob> jobs, JobState state) {
        jobs.stream()
                .collect(Collectors.groupingBy(
                        ControlledJob::type, Collectors.mapping(ControlledJob::payload, Collectors.toList())))
                .forEach((type, payloads) -> follow(type, payloads, state));
    }

    /** Lets the type's follower follow. Needs the transaction that changes the states of the jobs. */
    void follow(String type, List<Payload> payloads, JobState state) {
        JobFollower<?> follower = byType.get(type);
        if (follower != null) {
            follow(follower, payloads, state);
        }
    }

    private static <P> void follow(JobFollower<P> follower, List<Payload> payloads, JobState state) {
        List<P> readable = payloads.stream()
                .map(payload -> read(payload, follower.type()))
                .flatMap(Optional::stream)
                .toList();
        if (!readable.isEmpty()) {
            follower.follow(readable, state);
        }
    }

    /** @return empty for a job on its way to the dead: what it was about is unknown, so nothing can follow it */
    private static <P> Optional<P> read(Payload payload, JobType<P> type) {
        try {
            return Optional.of(payload.as(type.payload()));
        } catch (FinalFailure unreadable) {
            LOG.log(Level.WARNING, "cannot follow a job of type {0}: {1}", type.name(), unreadable.getMessage());
            return Optional.empty();
        }
    }
}
