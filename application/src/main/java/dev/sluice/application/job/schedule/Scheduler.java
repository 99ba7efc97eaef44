package dev.sluice.application.job.schedule;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.job.schedule.Agenda;
import dev.sluice.domain.job.schedule.DueFirings;
import dev.sluice.domain.job.schedule.JobSchedule;
import dev.sluice.domain.job.schedule.JobSchedules;
import dev.sluice.domain.job.schedule.PlannedFiring;
import dev.sluice.domain.job.schedule.Timetable;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Enqueues the jobs whose time has come. Every worker has one and none leads: whoever moves a schedule on enqueues its
 * job in the same transaction, so that the whole group fires once.
 */
public final class Scheduler {

    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
    private static final String COUNTER = "job.firings";

    private final Timetable timetable;
    private final JobSchedules schedules;
    private final Jobs jobs;
    private final Transactions transactions;
    private final WakeUps wakeUps;
    private final Ids ids;
    private final Metrics metrics;

    public Scheduler(
            Timetable timetable,
            JobSchedules schedules,
            Jobs jobs,
            Transactions transactions,
            WakeUps wakeUps,
            Ids ids,
            Metrics metrics) {
        this.timetable = timetable;
        this.schedules = schedules;
        this.jobs = jobs;
        this.transactions = transactions;
        this.wakeUps = wakeUps;
        this.ids = ids;
        this.metrics = metrics;
    }

    /**
     * Fires what is due, once each; records schedules that are new, plans those anew whose definition has changed, and
     * forgets those that nobody has any more.
     *
     * @return whether there may be more to fire at once
     */
    public boolean runOnce() {
        Agenda agenda = schedules.agenda();
        agenda.firings().stream()
                .filter(planned -> timetable.hasDropped(planned, agenda.now()))
                .forEach(this::forget);
        boolean more = false;
        for (JobSchedule<?> schedule : timetable.schedules()) {
            more |= attempt(schedule, agenda);
        }
        return more;
    }

    private void forget(PlannedFiring planned) {
        LOG.log(Level.INFO, "the schedule {0} is forgotten: nobody has it any more", planned.schedule());
        schedules.remove(planned);
    }

    /** One schedule that fails does not hold up the others. */
    private boolean attempt(JobSchedule<?> schedule, Agenda agenda) {
        try {
            return tend(schedule, agenda);
        } catch (RetryableFailure unanswered) {
            throw unanswered;
        } catch (RuntimeException failure) {
            String reason = failure.getClass().getName();
            LOG.log(Level.WARNING, "the schedule {0} cannot be fired: {1}", schedule.name(), reason);
            count(schedule, "failed");
            return false;
        }
    }

    private boolean tend(JobSchedule<?> schedule, Agenda agenda) {
        Optional<PlannedFiring> found = agenda.of(schedule.name());
        if (found.isEmpty()) {
            schedules.add(schedule.firingAfter(agenda.now()));
            return false;
        }
        PlannedFiring planned = found.get();
        // First what is due: planning anew would lose it.
        if (planned.isDue(agenda.now())) {
            return fire(schedule, planned, agenda.now());
        }
        if (!planned.definition().equals(schedule.definition())) {
            schedules.replace(planned, schedule.firingAfter(agenda.now()));
        }
        return false;
    }

    /** @return whether there are more runs to make up for */
    private boolean fire(JobSchedule<?> schedule, PlannedFiring planned, Instant now) {
        Instant at = Objects.requireNonNull(planned.at());
        DueFirings due = schedule.due(at, now, timetable.grace());
        boolean ours = transactions.call(() -> moveOn(schedule, planned, due));
        if (ours && due.jobs() == 0) {
            LOG.log(Level.WARNING, "the schedule {0} skips the run of {1}, which was missed", schedule.name(), at);
            count(schedule, "skipped");
        }
        return ours && due.next().isDue(now);
    }

    private boolean moveOn(JobSchedule<?> schedule, PlannedFiring planned, DueFirings due) {
        boolean ours = schedules.replace(planned, due.next());
        for (int job = 0; ours && job < due.jobs(); job++) {
            enqueue(schedule);
        }
        return ours;
    }

    private void enqueue(JobSchedule<?> schedule) {
        jobs.enqueue(schedule.request(new JobId(ids.next())));
        transactions.afterCommit(() -> {
            count(schedule, "fired");
            wakeUps.wakeDispatcher();
        });
    }

    private void count(JobSchedule<?> schedule, String outcome) {
        metrics.count(COUNTER, "schedule", schedule.name(), "outcome", outcome);
    }
}
