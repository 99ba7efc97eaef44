package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch of events as it travels: a line with the teller and the batch's number, then a line for each event with the
 * job, its type, queue, state and attempt, and the time in milliseconds; parted by spaces.
 */
final class JobEventText {

    /** Far above the largest batch, so that a foreign body is not cut into lines first, of which it may hold millions. */
    private static final int LONGEST = 1024 * 1024;

    private JobEventText() {}

    static byte[] bytes(JobEventBatch batch) {
        StringBuilder text = new StringBuilder(64 + 110 * batch.events().size());
        text.append(batch.teller()).append(' ').append(batch.number());
        batch.events().forEach(event -> append(text, event));
        return text.toString().getBytes(UTF_8);
    }

    private static void append(StringBuilder text, JobEvent event) {
        text.append('\n').append(event.id().value());
        text.append(' ').append(event.type());
        text.append(' ').append(event.queue().value());
        text.append(' ').append(event.state());
        text.append(' ').append(event.attempt());
        text.append(' ').append(event.at().toEpochMilli());
    }

    /** @return empty if these are not the bytes of a batch, or it tells of what this version does not know */
    static Optional<JobEventBatch> read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        try {
            List<String> lines = new String(bytes, UTF_8).lines().toList();
            String[] head = parts(lines.getFirst(), 2);
            return Optional.of(new JobEventBatch(
                    UUID.fromString(head[0]),
                    Long.parseLong(head[1]),
                    lines.stream().skip(1).map(JobEventText::event).toList()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static JobEvent event(String line) {
        String[] parts = parts(line, 6);
        return new JobEvent(
                new JobId(UUID.fromString(parts[0])),
                parts[1],
                new QueueName(parts[2]),
                JobState.valueOf(parts[3]),
                Integer.parseInt(parts[4]),
                Instant.ofEpochMilli(Long.parseLong(parts[5])));
    }

    private static String[] parts(String line, int expected) {
        String[] parts = line.split(" ", -1);
        if (parts.length != expected) {
            throw new IllegalArgumentException("a line of " + parts.length + " parts");
        }
        return parts;
    }
}
