package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Begins no statement for which it is too late: each alone may have time on the server, and all together have not. */
final class DeadlineGuard implements ExecuteListener {

    private static final long serialVersionUID = 1;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    @Override
    public void executeStart(ExecuteContext context) {
        if (Work.current().isLate()) {
            throw new Overloaded("the deadline is over", RETRY_AFTER);
        }
    }
}
