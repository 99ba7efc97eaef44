package dev.sluice.adapters.persistence.pool;

import java.util.OptionalInt;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All processes of one kind.
 *
 * @param replicas how many run at a time at most
 * @param connections how many connections each has in its pool, or {@code auto}
 */
record Group(
        @DefaultValue("1") int replicas, @DefaultValue("20") String connections) {

    static final String AUTO = "auto";
    private static final int MOST = 1_000;

    Group {
        if (replicas < 0 || replicas > MOST) {
            throw new IllegalArgumentException(
                    "sluice.database.api.replicas and .worker.replicas are from 0 to 1000, not " + replicas);
        }
        if (!connections.equals(AUTO) && !isSize(connections)) {
            throw new IllegalArgumentException(
                    "sluice.database.api.connections and .worker.connections are auto or from 1 to 1000, not "
                            + connections);
        }
    }

    private static boolean isSize(String text) {
        return text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST;
    }

    /** How many connections each has, if that is said. */
    OptionalInt size() {
        return connections.equals(AUTO) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(connections));
    }
}
