package dev.sluice.application.job;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.job.ControlledJob;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Payload;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Map;
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
        jobs.forEach(job -> follow(job.type(), job.payload(), state));
    }

    /** Lets the type's follower follow. Needs the transaction that changes the job's state. */
    void follow(String type, Payload payload, JobState state) {
        JobFollower<?> follower = byType.get(type);
        if (follower != null) {
            follow(follower, payload, state);
        }
    }

    private static <P> void follow(JobFollower<P> follower, Payload payload, JobState state) {
        P decoded;
        try {
            decoded = payload.as(follower.type().payload());
        } catch (FinalFailure unreadable) {
            // Such a job is on its way to the dead: what it was about is unknown, so nothing can follow it.
            LOG.log(
                    Level.WARNING,
                    "cannot follow a job of type {0}: {1}",
                    follower.type().name(),
                    unreadable.getMessage());
            return;
        }
        follower.follow(decoded, state);
    }
}
