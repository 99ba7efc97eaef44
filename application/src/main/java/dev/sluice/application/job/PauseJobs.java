package dev.sluice.application.job;

import dev.sluice.domain.job.JobPauses;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;

/**
 * Stops jobs from starting, or lets them start again. What runs goes on; what is on its way to a worker is recalled by
 * the dispatcher.
 */
public final class PauseJobs {

    private final Transactions transactions;
    private final JobPauses pauses;
    private final WakeUps wakeUps;

    public PauseJobs(Transactions transactions, JobPauses pauses, WakeUps wakeUps) {
        this.transactions = transactions;
        this.pauses = pauses;
        this.wakeUps = wakeUps;
    }

    /** Pauses or resumes all jobs of a queue; repeating it changes nothing. */
    public void pause(QueueName queue, boolean paused) {
        change(() -> pauses.pause(queue, paused));
    }

    /** Pauses or resumes all jobs of a type; repeating it changes nothing. */
    public void pauseType(String type, boolean paused) {
        change(() -> pauses.pauseType(type, paused));
    }

    private void change(Runnable change) {
        transactions.run(() -> {
            change.run();
            transactions.afterCommit(wakeUps::wakeDispatcher);
        });
    }
}
