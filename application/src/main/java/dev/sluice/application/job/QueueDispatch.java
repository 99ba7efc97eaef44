package dev.sluice.application.job;

import dev.sluice.application.job.Pace.Look;
import dev.sluice.domain.job.Backlog;
import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.Pauses;
import dev.sluice.domain.job.QueueName;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Sends the due jobs of one queue to the broker, as many as the window has room for and the limits allow. */
final class QueueDispatch {

    private final QueueName queue;
    private final Dispatching parts;
    private final DispatcherSettings settings;
    private final LostMessages lost;
    private final BrokerDepth depth;
    private final FairShare sharing;
    private final Refunds refunds;
    private int unclaimed;

    QueueDispatch(
            QueueName queue, Dispatching parts, DispatcherSettings settings, LostMessages lost, BrokerDepth depth) {
        this.queue = queue;
        this.parts = parts;
        this.settings = settings;
        this.lost = lost;
        this.depth = depth;
        this.sharing = new FairShare(settings.limits()::weight);
        this.refunds = new Refunds(settings.limits(), parts.buckets());
    }

    /** How many jobs were dispatched and unclaimed after the last look. */
    int unclaimed() {
        return unclaimed;
    }

    Look serve(DispatcherTerm term, Pauses pauses, Backlog backlog) {
        unclaimed = backlog.unclaimed();
        if (backlog.waiting().isEmpty() && unclaimed == 0) {
            return Look.NOTHING;
        }
        Backlog open = allowed(pauses, backlog);
        Allowance allowance = Allowance.of(queue, settings.limits(), open, parts.buckets());
        allowance.spill(parts.buckets());
        int window = settings.windowFor(backlog.slots());
        boolean looksForLost = unclaimed > 0 && lost.isTimeToLook(queue);
        OptionalLong messages = depth.atMost(term, looksForLost ? 0 : Math.max(unclaimed, window - open.waitingJobs()));
        if (messages.isEmpty()) {
            // Out of reach: due jobs stay due, where pause, cancel and priority still reach them.
            return Look.NOTHING;
        }
        if (looksForLost) {
            repeat(term, lost.find(term, queue, messages.getAsLong() == 0));
        }
        return send(term, open, allowance, window, room(window, messages.getAsLong()));
    }

    /**
     * For how many jobs there is room, so that neither more jobs than the window are unclaimed nor more messages wait: a
     * job needs a message at most. Those of jobs that were recalled or cancelled wait until a worker has dropped them.
     */
    private int room(int window, long messages) {
        return (int) Math.min(window - unclaimed, window - messages);
    }

    /** What waits and is not paused. */
    private Backlog allowed(Pauses pauses, Backlog backlog) {
        List<Waiting> waiting = backlog.waiting().stream()
                .filter(lane -> !pauses.queues().contains(queue)
                        && !pauses.types().contains(lane.lane().type()))
                .toList();
        return new Backlog(backlog.slots(), waiting, backlog.inFlight(), backlog.dispatched());
    }

    private Look send(DispatcherTerm term, Backlog backlog, Allowance allowance, int window, int room) {
        if (backlog.waiting().isEmpty()) {
            return Look.NOTHING;
        }
        List<LaneShare> shares = sharing.divide(backlog.waiting(), room, allowance::take);
        if (shares.isEmpty()) {
            return Look.NONE;
        }
        List<Dispatch> due = dispatch(term, shares, allowance);
        if (due.isEmpty()) {
            return Look.DENIED;
        }
        int free = window - unclaimed;
        unclaimed += due.size();
        int refused = send(term, due);
        parts.meters().published(queue, due.size() - refused);
        if (refused > 0) {
            return Look.NOTHING;
        }
        return due.size() < backlog.waitingJobs() ? Look.sent(free, window) : Look.ALL;
    }

    private void repeat(DispatcherTerm term, List<Dispatch> lostOnes) {
        int refused = send(term, lostOnes);
        parts.meters().repeated(queue, lostOnes.size() - refused);
    }

    private List<Dispatch> dispatch(DispatcherTerm term, List<LaneShare> shares, Allowance allowance) {
        if (allowance.isFree()) {
            return parts.dispatches().dispatch(term, queue, shares);
        }
        return parts.transactions().call(() -> {
            List<Dispatch> due = parts.dispatches().dispatch(term, queue, shares);
            if (!due.isEmpty()) {
                allowance.spend(parts.buckets());
            }
            return due;
        });
    }

    /** @return how many the broker refused */
    private int send(DispatcherTerm term, List<Dispatch> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        depth.sent(batch.size());
        Collection<Dispatch> refused = parts.broker().publish(queue, batch);
        if (!refused.isEmpty()) {
            depth.doubt();
            refunds.pay(parts.dispatches().recall(term, refused));
            parts.meters().refused(queue, refused.size());
            unclaimed -= refused.size();
        }
        return refused.size();
    }
}
