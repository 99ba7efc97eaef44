package dev.sluice.embedded.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The one orderly end of everything that this JVM started: closes what is registered when the JVM exits, the last
 * registered first, so that the users of a service end before the service.
 */
public final class AtExit {
    private static final System.Logger LOG = System.getLogger(AtExit.class.getName());
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "embedded-services-exit"));
    }

    private AtExit() {}

    /** Closes the resource when the JVM exits, before everything registered earlier. */
    public static void close(AutoCloseable resource) {
        synchronized (OPEN) {
            OPEN.push(resource);
        }
    }

    /** Leaves the resource alone at exit, as it has been closed before. */
    public static void forget(AutoCloseable resource) {
        synchronized (OPEN) {
            OPEN.remove(resource);
        }
    }

    private static void closeAll() {
        open().forEach(AtExit::closeQuietly);
    }

    private static List<AutoCloseable> open() {
        synchronized (OPEN) {
            return new ArrayList<>(OPEN);
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "Could not close " + resource, e);
        }
    }
}
