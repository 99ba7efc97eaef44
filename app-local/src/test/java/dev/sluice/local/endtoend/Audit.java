package dev.sluice.local.endtoend;

import dev.sluice.local.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A judge beside the engine: triggers write down which process claims, frees and ends which dispatch of a job, and which
 * one dispatches. They tell processes apart by the names under which these connect.
 */
record Audit(Database database) {

    private static final String TRIGGERS = """
            create table job_audit (job uuid, dispatch integer, event text, process text);
            create table dispatching_process (name text);
            insert into dispatching_process values ('nobody');

            create function audit_job() returns trigger language plpgsql as $$
            begin
                if tg_op = 'DELETE' then
                    insert into job_audit values
                        (old.id, old.dispatch, 'ENDED', current_setting('application_name'));
                elsif new.state <> old.state then
                    insert into job_audit values
                        (new.id, new.dispatch, new.state, current_setting('application_name'));
                end if;
                return null;
            end $$;
            create trigger audit_job after update of state or delete on jobs
                for each row execute function audit_job();

            create function audit_dispatcher() returns trigger language plpgsql as $$
            begin
                update dispatching_process set name = current_setting('application_name');
                return null;
            end $$;
            create trigger audit_dispatcher after update on dispatcher_lease
                for each row execute function audit_dispatcher();
            """;

    private static final String STARTS = """
            select count(*) from job_audit a
            join job_history h on h.id = a.job
            join orders o on o.id::text = h.payload ->> 'order'
            where a.event = 'RUNNING' and o.creator_id = ?
            """;

    /** Settlements of a dispatch that the process had not claimed; a rescue frees a job, which is none. */
    private static final String STALE = """
            select count(*) from job_audit settled
            where event in ('ENDED', 'RETRYING', 'SCHEDULED')
                and not exists (
                    select from job_audit claimed
                    where claimed.event = 'RUNNING' and claimed.job = settled.job
                        and claimed.dispatch = settled.dispatch and claimed.process = settled.process)
            """;

    private static final String TWICE = """
            select count(*) from (
                select from job_audit where event in ('RUNNING', 'ENDED')
                group by job, dispatch, event having count(*) > 1) twice
            """;

    static Audit begun(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TRIGGERS);
            return new Audit(database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot audit", e);
        }
    }

    /** The variables for a process that the audit is to know by this name. */
    Map<String, String> environmentOf(String process) {
        return Map.of("SPRING_DATASOURCE_URL", database.url() + "?ApplicationName=" + process);
    }

    /** Which process held the dispatcher's lease last. */
    String dispatcher() {
        return one("select name from dispatching_process", null);
    }

    /** How many attempts of a creator's orders have begun. */
    long starts(UUID creator) {
        return Long.parseLong(one(STARTS, creator));
    }

    /** How many attempts were settled by a process that did not hold their claim. */
    long staleSettlements() {
        return Long.parseLong(one(STALE, null));
    }

    /** How many dispatches were claimed or ended twice. */
    long doubledDispatches() {
        return Long.parseLong(one(TWICE, null));
    }

    private String one(String sql, @Nullable UUID creator) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (creator != null) {
                statement.setObject(1, creator);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the audit", e);
        }
    }
}
