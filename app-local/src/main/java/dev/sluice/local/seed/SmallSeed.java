package dev.sluice.local.seed;

import dev.sluice.local.database.Database;
import java.sql.SQLException;

/** Demo data that a person can look at: three shops with half a year of orders and their channels. */
public final class SmallSeed {
    /** How the ids of this set's creators begin. */
    private static final String CREATORS = "018d2f3a-2400-7a11-8a11-";

    private SmallSeed() {}

    /**
     * Writes the set unless it is there.
     *
     * @return whether it was written
     */
    public static boolean sow(Database database) {
        try (var session = SeedSession.open(database)) {
            if (session.creators(CREATORS) > 0) {
                return false;
            }
            session.run(new SeedScript("small.sql"));
            session.commit();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write the small demo data", e);
        }
    }
}
