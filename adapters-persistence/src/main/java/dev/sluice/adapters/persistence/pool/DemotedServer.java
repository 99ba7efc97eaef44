package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Throws connections away whose server has become a standby: the next one goes to the server that writes. */
final class DemotedServer implements SQLExceptionOverride {

    private static final String READ_ONLY = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
