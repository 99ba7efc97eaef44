package dev.sluice.application.job;

import dev.sluice.application.job.Pace.Look;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Recalled;
import dev.sluice.domain.job.Survey;
import dev.sluice.domain.job.Surveys;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Sends due jobs to the broker. Every worker has one; the one that holds the dispatcher's lease works, the others wait
 * for it to lapse. The broker never holds more of a queue than the window, so that all decisions stay in the database.
 * Used by one thread.
 */
public final class Dispatcher {

    /** Bounds one statement; the look that follows at once finds what has ripened, and what is left to. */
    private static final int RIPENED_AT_A_TIME = 1_000;

    /** Bounds the work of one look: with more groups of a queue than this waiting, each look serves others. */
    private static final int LANES = 1_000;

    private final Dispatching parts;
    private final DispatcherSettings settings;
    private final DispatcherLease lease;
    private final Surveys surveys;
    private final Map<QueueName, QueueDispatch> queues;
    private final Pace pace;
    private final Refunds refunds;
    private volatile boolean looking;
    private volatile boolean woken;

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    public Dispatcher(
            WorkerId self,
            Dispatching parts,
            Collection<QueueName> queues,
            DispatcherSettings settings,
            LongSupplier nanoTime) {
        this.parts = parts;
        this.settings = settings;
        this.pace = new Pace();
        this.refunds = new Refunds(settings.limits(), parts.buckets());
        this.surveys = parts.dispatches().surveys();
        this.lease = new DispatcherLease(self, parts.dispatches(), settings.lease(), nanoTime);
        LostMessages lost = new LostMessages(parts.dispatches(), settings.lostAfter(), nanoTime);
        this.queues = queues.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        queue -> new QueueDispatch(
                                queue, parts, settings, lost, new BrokerDepth(queue, parts.broker(), nanoTime))));
    }

    /** @return whether there is surely more to look for at once; for what comes later there are wake-ups */
    public boolean runOnce() {
        boolean broughtForward = woken && !pace.isShort();
        woken = false;
        looking = true;
        boolean more = false;
        List<Look> looks = List.of();
        try {
            Optional<DispatcherTerm> term = lease.term();
            if (term.isPresent()) {
                Survey survey = surveys.survey(queues.keySet(), LANES, settings.window() + 1);
                more = survey.ripe() && parts.dispatches().ripen(term.get(), RIPENED_AT_A_TIME) > 0;
                looks = serve(term.get(), survey);
                if (looks.contains(Look.DENIED)) {
                    lease.doubt();
                }
            }
        } finally {
            pace.note(looks, broughtForward);
            looking = false;
            parts.meters().windows(looks.isEmpty() ? Map.of() : windows());
        }
        return more;
    }

    /** How long the next look can wait, at most this long. */
    Duration rest(Duration longest) {
        return woken && !pace.isShort() ? Duration.ZERO : pace.rest(longest);
    }

    /**
     * Something may have become due. May be called by any thread.
     *
     * @return whether a look must be brought forward; not if the next comes soon by itself, or follows the one under way
     */
    boolean wake() {
        woken = true;
        return !looking && !pace.isShort();
    }

    private Map<QueueName, Integer> windows() {
        return queues.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, queue -> queue.getValue().unclaimed()));
    }

    private List<Look> serve(DispatcherTerm term, Survey survey) {
        Collection<Recalled> recalled = List.of();
        if (!survey.pauses().isEmpty()) {
            // What the survey has counted as under way may be too much now, which holds back and exceeds nothing.
            recalled = parts.dispatches().recall(term, survey.pauses());
        }
        List<Look> looks = queues.entrySet().stream()
                .map(queue -> queue.getValue().serve(term, survey.pauses(), survey.backlog(queue.getKey())))
                .toList();
        // Only now: in the eyes of this survey the recalled jobs still take up the places of their tokens.
        refunds.pay(recalled);
        return looks;
    }

    /** Hands the lease over to whoever asks next. */
    void stop() {
        parts.meters().windows(Map.of());
        lease.resign();
    }
}
