package dev.sluice.adapters.persistence.channel;

import static dev.sluice.adapters.persistence.schema.Tables.QUOTA_DAYS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;

import dev.sluice.domain.channel.QuotaLedger;
import java.time.LocalDate;
import org.jooq.DSLContext;

/** Units in PostgreSQL: the row of a day is what its takers queue at, each for one statement. */
final class JooqQuotaLedger implements QuotaLedger {

    private final DSLContext database;

    JooqQuotaLedger(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean take(LocalDate day, int units, int limit) {
        // The first row of a day is not checked by the statement.
        return units <= limit
                && database.insertInto(QUOTA_DAYS)
                                .set(QUOTA_DAYS.DAY, day)
                                .set(QUOTA_DAYS.UNITS, units)
                                .onConflict(QUOTA_DAYS.DAY)
                                .doUpdate()
                                .set(QUOTA_DAYS.UNITS, QUOTA_DAYS.UNITS.plus(units))
                                .where(QUOTA_DAYS.UNITS.le(limit - units))
                                .execute()
                        == 1;
    }

    @Override
    public void giveBack(LocalDate day, int units) {
        database.update(QUOTA_DAYS)
                .set(QUOTA_DAYS.UNITS, QUOTA_DAYS.UNITS.minus(units))
                .where(QUOTA_DAYS.DAY.eq(day))
                .execute();
    }

    @Override
    public void useUp(LocalDate day, int limit) {
        database.insertInto(QUOTA_DAYS)
                .set(QUOTA_DAYS.DAY, day)
                .set(QUOTA_DAYS.UNITS, limit)
                .onConflict(QUOTA_DAYS.DAY)
                .doUpdate()
                .set(QUOTA_DAYS.UNITS, greatest(QUOTA_DAYS.UNITS, excluded(QUOTA_DAYS.UNITS)))
                .execute();
    }
}
