package dev.sluice.bench.load;

/**
 * One request and how it was answered, times in microseconds.
 *
 * @param start when it was sent, since the epoch
 * @param status the HTTP status, or -1 without an answer
 * @param took until its last byte was there
 */
public record Answer(long start, int status, long took) {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    long end() {
        return start + took;
    }

    boolean isGood() {
        return status == OK;
    }

    /** Whether the server said in order that it has too much to do. */
    boolean isRefusal() {
        return status == UNAVAILABLE;
    }

    boolean isAnswered() {
        return status > 0;
    }

    /** A line of h2load's log: start, status and time apart by tabs. */
    static Answer parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 3) {
            throw new IllegalStateException("not a line of h2load's log: " + line);
        }
        return new Answer(
                Long.parseLong(columns[0].strip()),
                Integer.parseInt(columns[1].strip()),
                Long.parseLong(columns[2].strip()));
    }
}
