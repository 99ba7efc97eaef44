package dev.sluice.application.order;

import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.SharedStep;
import dev.sluice.domain.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The run of several attempts, whose shared steps are taken once as many have come to them as a test says. */
final class GatheredRuns implements JobRun {

    private final Transactions transactions;
    private final Queue<Integer> sizes;
    private final Map<SharedStep<?, ?>, Gathering<?, ?>> gatherings = new ConcurrentHashMap<>();

    /** @param sizes how many take each step, in the order in which the steps are come to */
    GatheredRuns(Transactions transactions, Integer... sizes) {
        this.transactions = transactions;
        this.sizes = new ConcurrentLinkedQueue<>(List.of(sizes));
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.call(work);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, R> R inTransaction(SharedStep<T, R> step, T brought) {
        var gathering = (Gathering<T, R>)
                gatherings.computeIfAbsent(step, met -> new Gathering<>(step, transactions, sizes.remove()));
        return gathering.take(brought);
    }

    @Override
    public boolean isLastAttempt() {
        return false;
    }

    @Override
    public void progress(JobProgress progress) {}

    @Override
    public void log(String line) {}

    private static final class Gathering<T, R> {

        private final SharedStep<T, R> step;
        private final Transactions transactions;
        private final int size;
        private final List<T> all = new ArrayList<>();
        private final CompletableFuture<List<R>> results =
                new CompletableFuture<List<R>>().orTimeout(10, TimeUnit.SECONDS);

        Gathering(SharedStep<T, R> step, Transactions transactions, int size) {
            this.step = step;
            this.transactions = transactions;
            this.size = size;
        }

        R take(T brought) {
            int place = add(brought);
            if (place == size - 1) {
                take();
            }
            return results.join().get(place);
        }

        private void take() {
            try {
                results.complete(transactions.call(() -> step.take(all)));
            } catch (RuntimeException failure) {
                results.completeExceptionally(failure);
            }
        }

        private synchronized int add(T brought) {
            all.add(brought);
            return all.size() - 1;
        }
    }
}
