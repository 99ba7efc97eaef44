package dev.sluice.local.seed;

import dev.sluice.local.console.Console;
import dev.sluice.local.console.ProgressBar;
import dev.sluice.local.database.Database;
import java.sql.SQLException;

/**
 * The data of the load tests: 50 shops, each with 20 products, 8,000 orders over 24 months and a channel of 1,000
 * videos with 120 days of figures. It is written shop by shop; one that was interrupted goes on where it stopped.
 */
public final class LargeSeed {
    private static final int CREATORS = 50;

    /** How the ids of this set's creators begin. */
    private static final String CREATOR_IDS = "01856aa0-c800-7a22-8a22-";

    private LargeSeed() {}

    /** Writes what is missing of the set. */
    public static void sow(Database database, Console console) {
        try (var session = SeedSession.open(database)) {
            int there = session.creators(CREATOR_IDS);
            if (there == CREATORS) {
                console.line("  The large set is already there: nothing to do.");
            } else {
                write(session, there, console);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write the large demo data", e);
        }
    }

    private static void write(SeedSession session, int there, Console console) throws SQLException {
        var bar = new ProgressBar(console, "shops", CREATORS - there);
        bar.show();
        for (int creator = there + 1; creator <= CREATORS; creator++) {
            session.runFor(creator, new SeedScript("large.sql"));
            bar.advance();
        }
        console.step("Statistics for the planner", () -> analyzed(session), same -> "vacuum (analyze)");
    }

    private static SeedSession analyzed(SeedSession session) {
        try {
            session.vacuum();
            return session;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot analyze the large demo data", e);
        }
    }
}
