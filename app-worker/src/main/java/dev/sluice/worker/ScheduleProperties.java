package dev.sluice.worker;

import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.schedule.JobSchedule;
import dev.sluice.domain.job.schedule.MissedRuns;
import java.time.ZoneId;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a job is due again and again.
 *
 * @param cron a cron expression of six fields, the seconds first, or "-" for never
 * @param zone the time zone whose clocks it goes by
 * @param missed what becomes of runs that no worker was there to fire
 */
record ScheduleProperties(
        @DefaultValue(CronCadence.NEVER) String cron,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("fire-once") MissedRuns missed) {

    /**
     * The schedule that is set like this.
     *
     * @param name its name, under which its settings stand too
     */
    <P> JobSchedule<P> schedule(String name, JobType<P> type, P payload) {
        return new JobSchedule<>(name, cadence(name), zone, missed, type, payload);
    }

    private CronCadence cadence(String name) {
        try {
            return new CronCadence(cron);
        } catch (IllegalArgumentException refusal) {
            // Without its cause, which would be said in its place.
            throw new IllegalArgumentException("sluice.schedules." + name + ".cron: " + refusal.getMessage());
        }
    }
}
