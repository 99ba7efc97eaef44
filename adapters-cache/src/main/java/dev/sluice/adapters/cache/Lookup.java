package dev.sluice.adapters.cache;

/** What Redis says when asked for a value. */
sealed interface Lookup {

    /** Redis holds the value. */
    final class Found implements Lookup {

        private final byte[] bytes;

        Found(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** Redis holds no such value. */
    record Absent() implements Lookup {}

    /** Redis could not be asked, or gave no sensible answer. */
    record Unknown() implements Lookup {}
}
