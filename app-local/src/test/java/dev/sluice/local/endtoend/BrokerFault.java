package dev.sluice.local.endtoend;

/** Something that happens to a broker while orders are placed. */
interface BrokerFault {

    /** Returns once it has had its effect. */
    void begin() throws Exception;

    void end() throws Exception;

    /** How many messages come of one that is published. */
    default int copies() {
        return 1;
    }
}
