package dev.sluice.domain.job;

/**
 * Which of the jobs that wait in a queue goes first: it rules within a group, while groups take turns.
 *
 * @param value from 1, the most urgent, to 9
 */
public record Priority(int value) implements Comparable<Priority> {

    public static final Priority HIGHEST = new Priority(1);
    public static final Priority NORMAL = new Priority(5);
    public static final Priority LOWEST = new Priority(9);

    public Priority {
        if (value < 1 || value > 9) {
            throw new IllegalArgumentException("a priority is from 1 to 9, not " + value);
        }
    }

    @Override
    public int compareTo(Priority other) {
        return Integer.compare(value, other.value);
    }
}
