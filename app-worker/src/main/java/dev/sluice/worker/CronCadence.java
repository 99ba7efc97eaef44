package dev.sluice.worker;

import dev.sluice.domain.job.schedule.Cadence;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times of a cron expression of Spring: six fields, the seconds first. A time that the clocks leave out when they go
 * forward is due at the moment of the change, and one that comes twice when they go back is due the first time. Only what
 * is due in every hour goes by the time that passes.
 */
final class CronCadence implements Cadence {

    /** Spring's own sign for a schedule that is switched off. */
    static final String NEVER = "-";

    /** Any seconds and minutes, and an asterisk for the hours. */
    private static final Pattern EVERY_HOUR = Pattern.compile("\\S+\\s+\\S+\\s+\\*\\s");

    private final String text;
    private final @Nullable CronExpression cron;
    private final boolean everyHour;

    /** @throws IllegalArgumentException if the text is neither a cron expression nor "-" */
    CronCadence(String text) {
        this.text = text.strip();
        cron = this.text.equals(NEVER) ? null : CronExpression.parse(this.text);
        everyHour = cron != null && EVERY_HOUR.matcher(cron.toString()).lookingAt();
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        if (cron == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(everyHour ? cron.next(after) : nextOfDay(cron, after));
    }

    /** Goes by the local time alone, since Spring leaves out what falls into a gap and repeats what an overlap repeats. */
    private static @Nullable ZonedDateTime nextOfDay(CronExpression cron, ZonedDateTime after) {
        LocalDateTime local = cron.next(after.toLocalDateTime());
        while (local != null && !resolved(local, after).isAfter(after)) {
            local = cron.next(local);
        }
        return local == null ? null : resolved(local, after);
    }

    private static ZonedDateTime resolved(LocalDateTime local, ZonedDateTime reference) {
        ZoneOffsetTransition change = reference.getZone().getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant().atZone(reference.getZone())
                : local.atZone(reference.getZone());
    }
}
