package dev.sluice.bench.job;

/** The ways in which a job's one status UPDATE is done. */
enum StatusUpdate {
    /** By the job's follower, in the transaction that settles the job: as an order's status follows its job. */
    FOLLOWED,
    /** By the handler, in a transaction that locks the job first. */
    FENCED,
    /** By the handler, as a statement of its own: correct too, since repeating it changes nothing. */
    PLAIN
}
