package dev.sluice.adapters.webhook;

import java.net.UnknownHostException;

/** A name leads to an address that nothing is sent to. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    RefusedAddressException() {
        super("the host has an address that is not public");
    }
}
