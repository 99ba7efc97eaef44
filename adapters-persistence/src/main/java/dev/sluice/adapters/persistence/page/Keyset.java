package dev.sluice.adapters.persistence.page;

import static org.jooq.impl.DSL.noCondition;

import dev.sluice.domain.page.PageRequest;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The place of a page in a table that is read by descending id. A page starts where the one before ended, so that
 * reading it costs the same wherever it lies.
 */
public final class Keyset {

    private Keyset() {}

    /** The rows of the asked page and of those after it. */
    public static Condition from(PageRequest page, Field<UUID> id) {
        UUID after = page.after();
        return after == null ? noCondition() : id.lt(after);
    }

    /** How many rows to read: one more than the page holds tells whether another page follows. */
    public static int rows(PageRequest page) {
        return page.limit() + 1;
    }
}
