package dev.sluice.application.job;

import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.LaneShare;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shares the room of a queue among groups: start-time fair queueing (Goyal, Vin and Cheng, 1996), in which each job costs
 * its group the time 1 / weight, and the group whose next job would start earliest goes first. A group that comes back
 * gets no credit for the time it was away. Used by one thread.
 */
final class FairShare {

    private static final Comparator<Waiting> MOST_URGENT =
            Comparator.comparing(Waiting::first).thenComparing(Waiting::dueAt);

    private final ToIntFunction<GroupKey> weights;
    private final Map<GroupKey, Double> finished = new HashMap<>();
    private double now;

    FairShare(ToIntFunction<GroupKey> weights) {
        this.weights = weights;
    }

    /**
     * Chooses which jobs go.
     *
     * @param room how many at most
     * @param allowed whether one more job of a lane may start; asked once for each job, and what it allows goes
     */
    List<LaneShare> divide(List<Waiting> waiting, int room, Predicate<Lane> allowed) {
        PriorityQueue<Turn> turns = turns(waiting);
        Map<Waiting, Integer> shares = new LinkedHashMap<>();
        int left = room;
        while (left > 0 && !turns.isEmpty()) {
            Turn turn = turns.remove();
            Waiting lane = turn.next(allowed);
            if (lane != null) {
                shares.merge(lane, 1, Integer::sum);
                now = turn.start;
                turn.start += 1.0 / weights.applyAsInt(turn.group);
                finished.put(turn.group, turn.start);
                turns.add(turn);
                left--;
            }
        }
        finished.values().removeIf(end -> end <= now);
        return shares.entrySet().stream()
                .map(share -> new LaneShare(share.getKey(), share.getValue()))
                .toList();
    }

    private PriorityQueue<Turn> turns(List<Waiting> waiting) {
        Map<GroupKey, List<Waiting>> groups = waiting.stream()
                .sorted(MOST_URGENT)
                .collect(Collectors.groupingBy(
                        lane -> lane.lane().group(), LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        PriorityQueue<Turn> turns = new PriorityQueue<>(
                Comparator.comparingDouble((Turn turn) -> turn.start).thenComparingInt(turn -> turn.order));
        groups.forEach((group, lanes) ->
                turns.add(new Turn(group, lanes, Math.max(now, finished.getOrDefault(group, 0.0)), turns.size())));
        return turns;
    }

    /** A group's place in the row. */
    private static final class Turn {

        private final GroupKey group;
        private final Deque<Waiting> lanes;
        private final int order;
        private double start;
        private int takenOfFirst;

        Turn(GroupKey group, List<Waiting> lanes, double start, int order) {
            this.group = group;
            this.start = start;
            this.order = order;
            this.lanes = new ArrayDeque<>(lanes);
        }

        /** The lane whose first job goes next, or null if none may. */
        @Nullable
        Waiting next(Predicate<Lane> allowed) {
            while (!lanes.isEmpty()) {
                Waiting first = lanes.getFirst();
                if (takenOfFirst < first.jobs() && allowed.test(first.lane())) {
                    takenOfFirst++;
                    return first;
                }
                lanes.removeFirst();
                takenOfFirst = 0;
            }
            return null;
        }
    }
}
