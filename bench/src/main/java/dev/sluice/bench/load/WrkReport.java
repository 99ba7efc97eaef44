package dev.sluice.bench.load;

import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What wrk has printed.
 *
 * @param rate good answers in a second
 * @param answers good answers in all
 * @param p50 the time that half of the answers did not exceed
 * @param p99 the time that 99 of 100 did not exceed
 * @param errors requests that timed out or broke, and answers that were not good
 */
public record WrkReport(double rate, long answers, Duration p50, Duration p99, long errors) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /** @throws IllegalStateException if it is no report */
    static WrkReport of(String output) {
        double rate = Double.parseDouble(first(RATE, output));
        long requests = Long.parseLong(first(REQUESTS, output));
        long bad = numbers(BAD, output);
        double good = requests == 0 ? 0 : rate * (requests - bad) / requests;
        return new WrkReport(
                good, requests - bad, percentile(50, output), percentile(99, output), bad + numbers(BROKEN, output));
    }

    /** @throws IllegalStateException if not all answers were good */
    public WrkReport requireGood() {
        if (errors > 0) {
            throw new IllegalStateException("not all requests were answered well: " + this);
        }
        return this;
    }

    private static Duration percentile(int part, String output) {
        MatchResult time = match(Pattern.compile("\\s" + part + "%\\s+([0-9.]+)(us|ms|s|m|h)"), output);
        return Duration.ofNanos(Math.round(Double.parseDouble(time.group(1)) * nanos(time.group(2))));
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3_600e9;
        };
    }

    private static String first(Pattern pattern, String output) {
        return match(pattern, output).group(1);
    }

    private static MatchResult match(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk did not measure: " + output);
        }
        return matcher.toMatchResult();
    }

    /** The sum of all numbers that the pattern finds; 0 where it finds nothing, as wrk then says nothing. */
    private static long numbers(Pattern pattern, String output) {
        return pattern.matcher(output)
                .results()
                .flatMap(WrkReport::groups)
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static Stream<String> groups(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group);
    }
}
