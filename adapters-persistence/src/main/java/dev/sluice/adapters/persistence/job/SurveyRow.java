package dev.sluice.adapters.persistence.job;

import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.Priority;
import dev.sluice.domain.job.QueueName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a survey has seen. What does not belong to its kind is null or zero.
 *
 * @param kind what it tells of: lanes that wait or are in flight, slots, ripe jobs, pauses
 * @param priority that of the first job of a lane
 * @param dueAt that of the first job of a lane
 */
record SurveyRow(
        String kind,
        @Nullable String queue,
        @Nullable String type,
        @Nullable String group,
        int amount,
        int unclaimed,
        int priority,
        @Nullable Instant dueAt) {

    static SurveyRow read(ResultSet row) throws SQLException {
        OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
        return new SurveyRow(
                row.getString("kind"),
                row.getString("queue"),
                row.getString("type"),
                row.getString("group_key"),
                row.getInt("amount"),
                row.getInt("unclaimed"),
                row.getInt("priority"),
                dueAt == null ? null : dueAt.toInstant());
    }

    QueueName queueName() {
        return new QueueName(Objects.requireNonNull(queue));
    }

    Lane lane() {
        return new Lane(Objects.requireNonNull(type), new GroupKey(Objects.requireNonNull(group)));
    }

    Waiting waiting() {
        return new Waiting(lane(), amount, new Priority(priority), Objects.requireNonNull(dueAt));
    }
}
