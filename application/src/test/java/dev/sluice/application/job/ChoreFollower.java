package dev.sluice.application.job;

import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes the states of chores, and whether it was told of them in a transaction. */
final class ChoreFollower implements JobFollower<Chore> {

    private final InMemoryTransactions transactions;
    private final List<String> followed = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    ChoreFollower(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public JobType<Chore> type() {
        return Chore.TYPE;
    }

    @Override
    public void follow(List<Chore> chores, JobState state) {
        if (failing) {
            throw new IllegalStateException("cannot follow");
        }
        String where = transactions.isOpen() ? "" : " outside a transaction";
        chores.forEach(chore -> followed.add(chore.what() + " " + state + where));
    }

    /** Lets every later call fail. */
    void fail() {
        failing = true;
    }

    List<String> followed() {
        return List.copyOf(followed);
    }
}
