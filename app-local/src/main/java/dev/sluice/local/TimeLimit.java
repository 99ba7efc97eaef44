package dev.sluice.local;

import dev.sluice.local.console.Console;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** The longest time that a command may take; past it the process ends with a failure. */
final class TimeLimit extends TimerTask {
    private static final int FAILED = 1;

    private final Duration limit;
    private final Console console;

    private TimeLimit(Duration limit, Console console) {
        this.limit = limit;
        this.console = console;
    }

    static void begin(Duration limit, Console console) {
        new Timer("time-limit", true).schedule(new TimeLimit(limit, console), limit.toMillis());
    }

    @Override
    public void run() {
        console.failure("Not done after " + limit.toMinutes() + " minutes");
        System.exit(FAILED);
    }
}
