package dev.sluice.adapters.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What knows the addresses of names. */
@FunctionalInterface
interface NameService {

    /** @return at least one */
    InetAddress[] lookUp(String host) throws UnknownHostException;
}
