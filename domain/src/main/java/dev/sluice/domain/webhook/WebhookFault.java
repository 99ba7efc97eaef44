package dev.sluice.domain.webhook;

/** Why a delivery got no answer. */
public enum WebhookFault {
    /** The URL leads where nothing is sent to: to a private address, for example. */
    TARGET_REFUSED,
    /** The host has no address at the moment, or no connection to it came about. */
    UNREACHABLE,
    /** There is nobody with a certificate that can be trusted and names the host. */
    TLS_FAILED,
    /** The answer did not come in time. */
    TIMED_OUT,
    /** What came was no answer in HTTP, or broke off. */
    BROKEN_ANSWER
}
