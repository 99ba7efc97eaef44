package dev.sluice.adapters.messaging;

import java.io.IOException;

/** Says that no connection could be had, which {@link Reachability} has noted already. */
final class BrokerOutOfReachException extends IOException {

    private static final long serialVersionUID = 1;

    BrokerOutOfReachException(Throwable cause) {
        super(cause);
    }
}
