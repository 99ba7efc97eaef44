package dev.sluice.adapters.webhook;

import dev.sluice.domain.webhook.WebhookFault;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says why there was no answer. */
final class Faults {

    private Faults() {}

    static WebhookFault of(Exception failure) {
        return switch (failure) {
            case RefusedAddressException refused -> WebhookFault.TARGET_REFUSED;
            case UnknownHostException unknown -> WebhookFault.UNREACHABLE;
            case InterruptedIOException late -> WebhookFault.TIMED_OUT;
            case SSLException untrusted -> WebhookFault.TLS_FAILED;
            case ConnectException unreachable -> WebhookFault.UNREACHABLE;
            case NoRouteToHostException unreachable -> WebhookFault.UNREACHABLE;
            default -> WebhookFault.BROKEN_ANSWER;
        };
    }
}
