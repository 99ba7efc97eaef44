package dev.sluice.embedded.postgres;

/** A version of PostgreSQL that Sluice supports and tests. */
public enum PostgresVersion {
    /** The oldest supported one. */
    OLDEST(15),
    /** The newest supported one. */
    NEWEST(18);

    private final int major;

    PostgresVersion(int major) {
        this.major = major;
    }

    /** The major version number. */
    public int major() {
        return major;
    }
}
