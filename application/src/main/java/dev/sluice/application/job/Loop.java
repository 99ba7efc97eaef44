package dev.sluice.application.job;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that takes a step again and again, with a pause between steps that a wake-up cuts short. What it does is vital
 * and goes before all other work, unless it is said to be background work.
 */
public final class Loop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    /** What most steps end in by themselves: an interruption in the midst of sending something would lose it. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final String name;
    private final Urgency urgency;
    private final Supplier<Duration> pause;
    private final BooleanSupplier step;
    private final Semaphore wakeUps = new Semaphore(0);

    private volatile boolean closed;
    private @Nullable Thread thread;

    /**
     * @param step returns whether the next step should follow at once; what it throws is logged and does not end the
     *     loop
     */
    public Loop(String name, Duration pause, BooleanSupplier step) {
        this(name, Urgency.VITAL, () -> pause, step);
    }

    /** For steps that may wait behind all other work. */
    public static Loop background(String name, Duration pause, BooleanSupplier step) {
        return new Loop(name, Urgency.BACKGROUND, () -> pause, step);
    }

    /** @param pause is asked after each step that is not followed at once */
    Loop(String name, Supplier<Duration> pause, BooleanSupplier step) {
        this(name, Urgency.VITAL, pause, step);
    }

    private Loop(String name, Urgency urgency, Supplier<Duration> pause, BooleanSupplier step) {
        this.name = name;
        this.urgency = urgency;
        this.pause = pause;
        this.step = step;
    }

    public synchronized void start() {
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Cuts the pause short; wake-ups that arrive during a step count as one. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void run() {
        Work.of(urgency).run(this::takeSteps);
    }

    private void takeSteps() {
        try {
            while (!closed) {
                if (!takeStep()) {
                    wakeUps.tryAcquire(pause.get().toMillis(), TimeUnit.MILLISECONDS);
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeStep() {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException | Error failure) {
            // The message of a failure that is not ours may hold personal data.
            Object reason = failure instanceof RetryableFailure own
                    ? own
                    : failure.getClass().getName();
            // That the database is out of reach is logged where it is found out, and not by each loop again and again.
            Level level = failure instanceof Overloaded ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "{0}: a step failed: {1}", name, reason);
            return false;
        }
    }

    /** Ends the loop and waits, at most a few seconds, for the step under way, which is interrupted if it takes long. */
    @Override
    public synchronized void close() {
        if (thread == null) {
            return;
        }
        closed = true;
        wake();
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
