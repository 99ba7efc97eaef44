package dev.sluice.embedded.broker;

/** The one user of every embedded broker. */
final class Credentials {
    static final String USERNAME = "sluice";
    static final String PASSWORD = "sluice";

    private Credentials() {}
}
