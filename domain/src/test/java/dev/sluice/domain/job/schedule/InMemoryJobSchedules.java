package dev.sluice.domain.job.schedule;

import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.InstantSource;
import java.util.Optional;

/** The record of schedules in memory; its clock stands for the database's. */
public final class InMemoryJobSchedules implements JobSchedules {

    private final InstantSource clock;
    private final InMemoryTable<String, PlannedFiring> table;

    public InMemoryJobSchedules(InMemoryTransactions transactions, InstantSource clock) {
        this.clock = clock;
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public Agenda agenda() {
        return new Agenda(clock.instant(), table.rows().toList());
    }

    @Override
    public boolean add(PlannedFiring first) {
        return table.insert(first.schedule(), first);
    }

    @Override
    public boolean replace(PlannedFiring seen, PlannedFiring next) {
        return table.update(seen.schedule(), planned -> Optional.of(next).filter(change -> planned.equals(seen)));
    }

    @Override
    public void remove(PlannedFiring seen) {
        if (table.find(seen.schedule()).filter(seen::equals).isPresent()) {
            table.delete(seen.schedule());
        }
    }
}
