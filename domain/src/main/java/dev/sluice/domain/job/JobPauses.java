package dev.sluice.domain.job;

/** The record of what is paused. Safe for use by many threads; joins the caller's transaction. */
public interface JobPauses {

    /** Pauses or resumes a queue; repeating it changes nothing. */
    void pause(QueueName queue, boolean paused);

    /** Pauses or resumes a job type; repeating it changes nothing. */
    void pauseType(String type, boolean paused);

    Pauses current();
}
