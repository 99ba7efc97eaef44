package dev.sluice.domain.job;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.privacy.PersonalData;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The record of jobs in memory. What a transaction did to jobs is undone when it rolls back, but others see it before,
 * and no job stays locked until then.
 */
public final class InMemoryJobs
        implements Jobs, JobClaims, JobDispatches, JobPauses, JobUpkeep, JobCounts, QueueProgress {

    /** Of jobs that are due at one time, that goes first which was enqueued first: sorting keeps their order. */
    private static final Comparator<InMemoryJob> FIRST_COME = Comparator.comparing(
                    (InMemoryJob job) -> job.request.options().priority())
            .thenComparing(job -> job.dueAt);

    /** UUID's own order is signed; PostgreSQL's is not. */
    private static final Comparator<UUID> PLACE = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high == 0 ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) : high;
    };

    private static final Comparator<Waiting> BY_LANE = Comparator.comparing(
                    (Waiting waiting) -> waiting.lane().type())
            .thenComparing(waiting -> waiting.lane().group().value());

    private final InstantSource clock;
    private final InMemoryTransactions transactions;
    private final Map<JobId, InMemoryJob> jobs = new LinkedHashMap<>();
    private final Map<WorkerId, Lease> leases = new HashMap<>();
    private final Map<List<String>, TakenKey> uniqueKeys = new HashMap<>();
    private final Set<QueueName> pausedQueues = new HashSet<>();
    private final Set<String> pausedTypes = new HashSet<>();
    private final Map<QueueName, Long> begun = new HashMap<>();
    private DispatcherTerm term = new DispatcherTerm(WorkerId.random(), 0);
    private Instant termEnd = Instant.MIN;

    public InMemoryJobs(InstantSource clock, InMemoryTransactions transactions) {
        this.clock = clock;
        this.transactions = transactions;
    }

    private record Lease(WorkerOffer offer, Instant until) {}

    private record TakenKey(JobId job, Instant until) {}

    @Override
    public synchronized List<JobId> enqueueAll(List<? extends JobRequest<?>> requests) {
        return requests.stream().map(this::take).toList();
    }

    private JobId take(JobRequest<?> request) {
        Uniqueness unique = request.options().uniqueness();
        if (unique == null) {
            return add(request);
        }
        List<String> key = List.of(request.type().name(), unique.key());
        TakenKey taken = uniqueKeys.get(key);
        if (taken != null && taken.until().isAfter(clock.instant()) && standsFor(taken.job(), request, unique)) {
            return taken.job();
        }
        onRollback(() -> put(uniqueKeys, key, taken));
        uniqueKeys.put(key, new TakenKey(request.id(), clock.instant().plus(unique.window())));
        return add(request);
    }

    private boolean standsFor(JobId id, JobRequest<?> request, Uniqueness unique) {
        if (unique.conflict() == Uniqueness.Conflict.KEEP) {
            return true;
        }
        Optional<InMemoryJob> replaced = pending(id);
        replaced.ifPresent(job -> {
            job.request = replacement(id, request);
            job.restart(request.options().start(), clock.instant());
        });
        return replaced.isPresent();
    }

    private static <P> JobRequest<P> replacement(JobId id, JobRequest<P> request) {
        return new JobRequest<>(id, request.type(), request.payload(), request.options(), request.requestId());
    }

    private JobId add(JobRequest<?> request) {
        onRollback(() -> put(jobs, request.id(), null));
        jobs.put(request.id(), new InMemoryJob(request, clock.instant()));
        return request.id();
    }

    private Optional<InMemoryJob> pending(JobId id) {
        return Optional.ofNullable(jobs.get(id))
                .filter(job -> job.state.isPending())
                .map(this::changing);
    }

    @Override
    public synchronized List<ControlledJob> reschedule(Collection<JobId> ids, Start start) {
        List<InMemoryJob> pending = found(ids, job -> job.state.isPending());
        pending.forEach(job -> job.restart(start, clock.instant()));
        return pending.stream().map(InMemoryJob::controlled).toList();
    }

    private List<InMemoryJob> found(Collection<JobId> ids, Predicate<InMemoryJob> which) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(jobs.get(id)).stream())
                .filter(which)
                .map(this::changing)
                .toList();
    }

    /** What is done to this job from here on goes with the open transaction, if there is one. */
    private InMemoryJob changing(InMemoryJob job) {
        InMemoryJob before = job.copy();
        onRollback(() -> put(jobs, before.id(), before));
        return job;
    }

    private void onRollback(Runnable undo) {
        if (transactions.isOpen()) {
            transactions.onRollback(undo);
        }
    }

    private synchronized <K, V> void put(Map<K, V> map, K key, @Nullable V before) {
        if (before == null) {
            map.remove(key);
        } else {
            map.put(key, before);
        }
    }

    @Override
    public synchronized Optional<Job> find(JobId id) {
        return Optional.ofNullable(jobs.get(id)).map(InMemoryJob::view);
    }

    @Override
    public Optional<Job> find(JobId id, Owner owner) {
        CreatorId creator = owner.creator();
        return find(id).filter(job -> creator == null || job.group().equals(GroupKey.of(creator)));
    }

    @Override
    public synchronized Page<Job> list(JobFilter filter, PageRequest page) {
        UUID after = page.after();
        List<Job> found = jobs.values().stream()
                .filter(job -> job.passes(filter))
                .filter(job -> after == null || PLACE.compare(job.id().value(), after) < 0)
                .sorted(Comparator.comparing((InMemoryJob job) -> job.id().value(), PLACE.reversed()))
                .limit(page.limit() + 1L)
                .map(InMemoryJob::view)
                .toList();
        return Page.cut(found, page, job -> job.id().value());
    }

    @Override
    public synchronized int count(JobFilter filter, JobAct act, int limit) {
        return (int) changeable(filter, act).limit(limit).count();
    }

    @Override
    public synchronized List<JobId> pick(JobFilter filter, JobAct act, @Nullable JobId after, int limit) {
        return changeable(filter, act)
                .map(InMemoryJob::id)
                .filter(job -> after == null || PLACE.compare(job.value(), after.value()) > 0)
                .sorted(Comparator.comparing(JobId::value, PLACE))
                .limit(limit)
                .toList();
    }

    private Stream<InMemoryJob> changeable(JobFilter filter, JobAct act) {
        return jobs.values().stream()
                .filter(job -> job.passes(filter) && act.changes(job.state) && !job.isSettledBy(act, clock.instant()));
    }

    @Override
    public synchronized List<ControlledJob> cancel(Collection<JobId> ids) {
        List<InMemoryJob> open = found(ids, job -> !job.state.isFinished());
        open.forEach(job -> finish(job, JobState.CANCELLED));
        return open.stream().map(InMemoryJob::controlled).toList();
    }

    @Override
    public synchronized List<ControlledJob> giveUpParents(Duration keep, int limit) {
        Set<JobId> hopeless = jobs.values().stream()
                .filter(child -> child.state == JobState.DEAD && isForgotten(child, keep))
                .flatMap(child -> Stream.ofNullable(child.request.options().parent()))
                .collect(Collectors.toSet());
        List<InMemoryJob> parents = found(hopeless, parent -> parent.state == JobState.WAITING).stream()
                .limit(limit)
                .toList();
        parents.forEach(parent -> {
            parent.fail("a child is dead and no longer kept", clock.instant());
            finish(parent, JobState.DEAD);
        });
        return parents.stream().map(InMemoryJob::controlled).toList();
    }

    private boolean isForgotten(InMemoryJob job, Duration keep) {
        Instant first = clock.instant().minus(keep).truncatedTo(ChronoUnit.DAYS);
        return job.finishedAt != null && job.finishedAt.isBefore(first);
    }

    private void finish(InMemoryJob job, JobState state) {
        job.finish(state, clock.instant());
        JobId parent = job.request.options().parent();
        if (parent != null && state != JobState.DEAD) {
            Optional.ofNullable(jobs.get(parent)).map(this::changing).ifPresent(this::release);
        }
    }

    private void release(InMemoryJob parent) {
        parent.openChildren--;
        if (parent.openChildren == 0 && parent.state == JobState.WAITING) {
            parent.start(new Start.Now(), clock.instant());
        }
    }

    @Override
    public synchronized List<ControlledJob> retry(Collection<JobId> ids) {
        List<InMemoryJob> dead = found(ids, job -> job.state == JobState.DEAD);
        dead.forEach(job -> job.revive(clock.instant()));
        return dead.stream().map(InMemoryJob::controlled).toList();
    }

    @Override
    public synchronized List<JobCount> totals() {
        Map<JobCount, Long> jobsOfEach = jobs.values().stream()
                .collect(Collectors.groupingBy(
                        job -> new JobCount(job.queue(), job.lane().type(), job.state, 0), Collectors.counting()));
        return jobsOfEach.entrySet().stream()
                .map(each -> new JobCount(
                        each.getKey().queue(),
                        each.getKey().type(),
                        each.getKey().state(),
                        each.getValue()))
                .toList();
    }

    @Override
    public synchronized void register(WorkerId worker, WorkerOffer offer, Duration lease) {
        leases.put(worker, new Lease(offer, clock.instant().plus(lease)));
    }

    @Override
    public synchronized boolean renew(WorkerId worker, Duration lease) {
        boolean alive = isAlive(worker);
        if (alive) {
            leases.computeIfPresent(
                    worker,
                    (id, held) -> new Lease(held.offer(), clock.instant().plus(lease)));
        }
        return alive;
    }

    private boolean isAlive(@Nullable WorkerId worker) {
        Lease lease = worker == null ? null : leases.get(worker);
        return lease != null && lease.until().isAfter(clock.instant());
    }

    @Override
    public synchronized void leave(WorkerId worker) {
        leases.remove(worker);
    }

    @Override
    public synchronized List<ClaimedJob> claim(Collection<Dispatch> dispatches, WorkerId worker) {
        if (!isAlive(worker)) {
            return List.of();
        }
        dispatches.stream()
                .flatMap(dispatch -> in(JobState.DISPATCHED, dispatch))
                .forEach(job -> job.begin(worker, clock.instant()));
        return dispatches.stream()
                .flatMap(dispatch -> in(JobState.RUNNING, dispatch))
                .filter(job -> worker.equals(job.worker))
                .map(InMemoryJob::claimed)
                .toList();
    }

    private Stream<InMemoryJob> in(JobState state, Dispatch dispatch) {
        return Optional.ofNullable(jobs.get(dispatch.job())).stream()
                .filter(job -> job.is(state, dispatch))
                .map(this::changing);
    }

    @Override
    public synchronized List<Recalled> handBack(Collection<Dispatch> dispatches) {
        return recalled(dispatches.stream().flatMap(dispatch -> in(JobState.DISPATCHED, dispatch)));
    }

    private static List<Recalled> recalled(Stream<InMemoryJob> jobs) {
        return jobs.map(job -> {
                    job.state = JobState.AVAILABLE;
                    return new Recalled(job.queue(), job.lane());
                })
                .toList();
    }

    @Override
    public synchronized boolean handBack(ClaimedJob claimed) {
        Optional<InMemoryJob> held = in(JobState.RUNNING, claimed.dispatch()).findAny();
        held.ifPresent(job -> {
            job.attempt--;
            job.state = JobState.AVAILABLE;
        });
        return held.isPresent();
    }

    @Override
    public synchronized Set<Dispatch> lost(Collection<Dispatch> claims) {
        return claims.stream()
                .filter(claim -> in(JobState.RUNNING, claim).findAny().isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized boolean lock(Dispatch claim) {
        return isHeld(claim);
    }

    @Override
    public synchronized Set<Dispatch> lockFree(Collection<Dispatch> claims) {
        return claims.stream().filter(this::isHeld).collect(Collectors.toSet());
    }

    private boolean isHeld(Dispatch claim) {
        return in(JobState.RUNNING, claim).findAny().isPresent();
    }

    @Override
    public synchronized boolean progress(ClaimedJob claimed, JobProgress progress) {
        Optional<InMemoryJob> held = in(JobState.RUNNING, claimed.dispatch()).findAny();
        held.ifPresent(job -> job.progress = new JobProgress(progress.percent(), PersonalData.masked(progress.note())));
        return held.isPresent();
    }

    @Override
    public synchronized boolean log(ClaimedJob claimed, String line) {
        Optional<InMemoryJob> held = in(JobState.RUNNING, claimed.dispatch()).findAny();
        held.ifPresent(job -> job.note(line, clock.instant()));
        return held.isPresent();
    }

    @Override
    public synchronized List<JobLogLine> log(JobId id) {
        return Optional.ofNullable(jobs.get(id)).map(InMemoryJob::log).orElse(List.of());
    }

    @Override
    public synchronized Set<Dispatch> settle(Collection<? extends Settlement> settlements) {
        return settlements.stream()
                .filter(settlement -> isHeld(settlement.job().dispatch()))
                .map(this::settle)
                .collect(Collectors.toSet());
    }

    private Dispatch settle(Settlement settlement) {
        Dispatch dispatch = settlement.job().dispatch();
        InMemoryJob job = changing(Objects.requireNonNull(jobs.get(dispatch.job())));
        switch (settlement) {
            case Settlement.Finish finish -> {
                if (finish.error() != null) {
                    job.fail(finish.error(), clock.instant());
                }
                job.result = finish.result();
                finish(job, finish.state());
            }
            case Settlement.Retry retry -> {
                job.fail(retry.error(), clock.instant());
                job.state = JobState.RETRYING;
                job.dueAt = clock.instant().plus(retry.backoff());
            }
            case Settlement.Postpone postpone -> {
                job.attempt--;
                job.start(new Start.After(postpone.delay()), clock.instant());
            }
            case Settlement.Rescue rescue -> {
                job.fail(rescue.error(), clock.instant());
                job.crashes++;
                job.state = JobState.AVAILABLE;
            }
        }
        return dispatch;
    }

    @Override
    public synchronized List<ClaimedJob> orphans(int limit) {
        return jobs.values().stream()
                .filter(job -> job.state == JobState.RUNNING && !isAlive(job.worker))
                .limit(limit)
                .map(InMemoryJob::claimed)
                .toList();
    }

    @Override
    public synchronized void forgetLapsedWorkers() {
        leases.keySet()
                .removeIf(worker -> !isAlive(worker)
                        && jobs.values().stream()
                                .noneMatch(job -> job.state == JobState.RUNNING && worker.equals(job.worker)));
    }

    @Override
    public synchronized Optional<DispatcherTerm> lead(WorkerId candidate, Duration lease) {
        boolean own = term.holder().equals(candidate);
        boolean free = !termEnd.isAfter(clock.instant());
        if (!own && !free) {
            return Optional.empty();
        }
        if (!own || free) {
            term = new DispatcherTerm(candidate, term.epoch() + 1);
        }
        termEnd = clock.instant().plus(lease);
        return Optional.of(term);
    }

    @Override
    public synchronized void resign(WorkerId holder) {
        if (term.holder().equals(holder)) {
            termEnd = Instant.MIN;
        }
    }

    /** The jobs that fit, if the term runs. */
    private Stream<InMemoryJob> under(DispatcherTerm asking, Predicate<InMemoryJob> which) {
        boolean runs = term.equals(asking) && termEnd.isAfter(clock.instant());
        return runs ? List.copyOf(jobs.values()).stream().filter(which) : Stream.empty();
    }

    @Override
    public synchronized int ripen(DispatcherTerm asking, int limit) {
        List<InMemoryJob> ripe =
                under(asking, this::isRipe).limit(limit).map(this::changing).toList();
        ripe.forEach(job -> job.state = JobState.AVAILABLE);
        return ripe.size();
    }

    @Override
    public Surveys surveys() {
        Turn turn = new Turn();
        return (queues, lanes, jobsOfEach) -> survey(queues, lanes, jobsOfEach, turn);
    }

    /** Where one who looks begins if there are too many lanes. */
    private static final class Turn {
        private int firstLane;
    }

    private synchronized Survey survey(Collection<QueueName> queues, int lanes, int upTo, Turn turn) {
        boolean ripe = jobs.values().stream().anyMatch(this::isRipe);
        return new Survey(
                ripe,
                current(),
                queues.stream().collect(Collectors.toMap(queue -> queue, queue -> backlog(queue, lanes, upTo, turn))));
    }

    private boolean isRipe(InMemoryJob job) {
        return (job.state == JobState.SCHEDULED || job.state == JobState.RETRYING)
                && !job.dueAt.isAfter(clock.instant());
    }

    private Backlog backlog(QueueName queue, int lanes, int upTo, Turn turn) {
        return new Backlog(
                slots(queue),
                waiting(queue, lanes, upTo, turn),
                byLane(in(queue, JobState.DISPATCHED, JobState.RUNNING)),
                byLane(in(queue, JobState.DISPATCHED)));
    }

    private static Map<Lane, Integer> byLane(Stream<InMemoryJob> jobs) {
        return jobs.collect(Collectors.toMap(InMemoryJob::lane, job -> 1, Integer::sum));
    }

    private int slots(QueueName queue) {
        return leases.entrySet().stream()
                .filter(worker -> isAlive(worker.getKey()))
                .map(worker -> worker.getValue().offer())
                .filter(offer -> offer.queues().contains(queue))
                .mapToInt(WorkerOffer::slots)
                .sum();
    }

    /** If there are too many lanes, each look begins where the one before has ended. */
    private List<Waiting> waiting(QueueName queue, int lanes, int upTo, Turn turn) {
        List<Waiting> all =
                in(queue, JobState.AVAILABLE).collect(Collectors.groupingBy(InMemoryJob::lane)).values().stream()
                        .map(lane -> waiting(lane, upTo))
                        .sorted(BY_LANE)
                        .toList();
        if (all.size() <= lanes) {
            return all;
        }
        int begin = turn.firstLane % all.size();
        turn.firstLane = begin + lanes;
        return Stream.concat(all.stream().skip(begin), all.stream())
                .limit(lanes)
                .toList();
    }

    private static Waiting waiting(List<InMemoryJob> lane, int upTo) {
        InMemoryJob first = lane.stream().min(FIRST_COME).orElseThrow();
        return new Waiting(
                first.lane(),
                Math.min(lane.size(), upTo),
                first.request.options().priority(),
                first.dueAt);
    }

    private Stream<InMemoryJob> in(QueueName queue, JobState... states) {
        return jobs.values().stream()
                .filter(job ->
                        List.of(states).contains(job.state) && job.queue().equals(queue));
    }

    @Override
    public synchronized List<Dispatch> dispatch(DispatcherTerm asking, QueueName queue, List<LaneShare> shares) {
        List<InMemoryJob> chosen = shares.stream()
                .flatMap(share -> under(asking, job -> job.state == JobState.AVAILABLE)
                        .filter(job ->
                                job.isOf(share.lane()) && job.queue().equals(queue) && !job.goesBefore(share.waiting()))
                        .sorted(FIRST_COME)
                        .limit(share.jobs()))
                .map(this::changing)
                .toList();
        chosen.forEach(job -> {
            job.state = JobState.DISPATCHED;
            job.dispatch++;
            job.dispatchedAt = clock.instant();
        });
        return chosen.stream().map(InMemoryJob::current).toList();
    }

    @Override
    public synchronized List<Dispatch> redispatch(
            DispatcherTerm asking, QueueName queue, Duration unclaimedFor, boolean emptied) {
        Instant before = clock.instant().minus(unclaimedFor);
        Instant overtaken = in(queue, JobState.RUNNING)
                .map(job -> job.dispatchedAt)
                .max(Comparator.naturalOrder())
                .map(latest -> latest.minus(unclaimedFor))
                .orElse(Instant.MIN);
        List<InMemoryJob> lost = under(asking, job -> job.state == JobState.DISPATCHED)
                .filter(job -> job.queue().equals(queue) && !job.dispatchedAt.isAfter(before))
                .filter(job -> emptied || !job.dispatchedAt.isAfter(overtaken))
                .map(this::changing)
                .toList();
        lost.forEach(job -> job.dispatchedAt = clock.instant());
        return lost.stream().map(InMemoryJob::current).toList();
    }

    @Override
    public synchronized List<Recalled> recall(DispatcherTerm asking, Collection<Dispatch> dispatches) {
        return recall(asking, job -> dispatches.contains(job.current()));
    }

    @Override
    public synchronized List<Recalled> recall(DispatcherTerm asking, Pauses pauses) {
        return recall(
                asking,
                job -> pauses.queues().contains(job.queue())
                        || pauses.types().contains(job.request.type().name()));
    }

    private List<Recalled> recall(DispatcherTerm asking, Predicate<InMemoryJob> which) {
        return recalled(under(asking, job -> job.state == JobState.DISPATCHED && which.test(job))
                .map(this::changing));
    }

    @Override
    public synchronized void pause(QueueName queue, boolean paused) {
        set(pausedQueues, queue, paused);
    }

    @Override
    public synchronized void pauseType(String type, boolean paused) {
        set(pausedTypes, type, paused);
    }

    private static <T> void set(Set<T> paused, T what, boolean contained) {
        if (contained) {
            paused.add(what);
        } else {
            paused.remove(what);
        }
    }

    @Override
    public synchronized Pauses current() {
        return new Pauses(pausedQueues, pausedTypes);
    }

    /** There is room for every day. */
    @Override
    public void openDays(int ahead) {}

    @Override
    public synchronized void dropDays(Duration keep) {
        jobs.values().removeIf(job -> isForgotten(job, keep));
    }

    @Override
    public synchronized int forgetFreeKeys(int limit) {
        List<List<String>> free = uniqueKeys.entrySet().stream()
                .filter(key -> !key.getValue().until().isAfter(clock.instant()))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        free.forEach(uniqueKeys::remove);
        return free.size();
    }

    /** All that has become a job, in the order in which it did. */
    public synchronized List<JobRequest<?>> requests() {
        List<JobRequest<?>> requests = new ArrayList<>();
        jobs.values().forEach(job -> requests.add(job.request));
        return requests;
    }

    /** What a successful job is kept with. */
    public synchronized Optional<Object> result(JobId id) {
        return Optional.ofNullable(jobs.get(id)).map(job -> job.result);
    }

    @Override
    public synchronized void begun(Map<QueueName, Integer> attempts) {
        attempts.forEach((queue, more) -> begun.merge(queue, more.longValue(), Long::sum));
    }

    @Override
    public synchronized QueueStanding standing(QueueName queue) {
        Set<WorkerId> serving = leases.entrySet().stream()
                .filter(worker -> isAlive(worker.getKey())
                        && worker.getValue().offer().queues().contains(queue))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        int busy = (int) jobs.values().stream()
                .filter(job -> job.state == JobState.RUNNING && job.worker != null && serving.contains(job.worker))
                .count();
        return new QueueStanding(
                longestDue(queue, JobState.SCHEDULED, JobState.RETRYING, JobState.AVAILABLE, JobState.DISPATCHED),
                longestDue(queue, JobState.SCHEDULED, JobState.RETRYING),
                slots(queue),
                busy,
                begun.getOrDefault(queue, 0L));
    }

    private Duration longestDue(QueueName queue, JobState... states) {
        return in(queue, states)
                .map(job -> Duration.between(job.dueAt, clock.instant()))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** There are no differences: the jobs themselves are counted. */
    @Override
    public int foldCounts(int limit) {
        return 0;
    }
}
