package dev.sluice.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What came of the requests of one run.
 *
 * @param all in the order in which they were sent
 * @param sent how many were to be sent
 */
public record Answers(List<Answer> all, long sent) {

    private static final double MICROS = 1e6;

    public Answers {
        all = all.stream().sorted(Comparator.comparingLong(Answer::start)).toList();
    }

    /** @param sent how many were to be sent, those included of which the log says nothing */
    static Answers read(List<String> log, long sent) {
        return new Answers(log.stream().map(Answer::parse).toList(), sent);
    }

    /** Requests that nobody answered, wherever in the run. */
    public long unanswered() {
        return sent - all.stream().filter(Answer::isAnswered).count();
    }

    /**
     * The part of a run that counts.
     *
     * @param from where it begins, since the first request
     * @param span how long it lasts
     */
    public Window window(Duration from, Duration span) {
        long first = all.isEmpty() ? 0 : all.getFirst().start();
        long begin = first + from.toNanos() / 1_000;
        return new Window(all, begin, begin + span.toNanos() / 1_000);
    }

    /** The part of a run between two times by the clock. */
    public Window between(Instant begin, Instant end) {
        return new Window(
                all, ChronoUnit.MICROS.between(Instant.EPOCH, begin), ChronoUnit.MICROS.between(Instant.EPOCH, end));
    }

    /** All between the first request and the last answer. */
    public Window whole() {
        long begin = all.isEmpty() ? 0 : all.getFirst().start();
        long end = all.stream().mapToLong(Answer::end).max().orElse(begin);
        return new Window(all, begin, end + 1);
    }

    /** What happened from one time to another. */
    public record Window(List<Answer> all, long begin, long end) {

        /** Good answers in a second, by the time at which they ended. */
        public double goodRate() {
            return rate(Answer::isGood);
        }

        /** Refusals in a second, by the time at which they ended. */
        public double refusalRate() {
            return rate(Answer::isRefusal);
        }

        /** Whatever else happened in a second: other answers, and none. */
        public double errorRate() {
            return rate(answer -> !answer.isGood() && !answer.isRefusal());
        }

        /** The time that so many of a hundred refusals did not exceed; empty if nothing was refused. */
        public Optional<Duration> refusalPercentile(int part) {
            return percentile(part, Answer::isRefusal);
        }

        /** The time that so many of a hundred good answers did not exceed; empty if there was none. */
        public Optional<Duration> goodPercentile(int part) {
            return percentile(part, Answer::isGood);
        }

        private double rate(Predicate<Answer> kind) {
            long count = all.stream()
                    .filter(kind)
                    .filter(answer -> answer.end() >= begin && answer.end() < end)
                    .count();
            return count * MICROS / (end - begin);
        }

        private Optional<Duration> percentile(int part, Predicate<Answer> kind) {
            List<Long> times = all.stream()
                    .filter(kind)
                    .filter(answer -> answer.start() >= begin && answer.start() < end)
                    .map(Answer::took)
                    .sorted()
                    .toList();
            int rank = (int) Math.ceil(times.size() * part / 100.0);
            return times.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(times.get(rank - 1) * 1_000));
        }
    }
}
