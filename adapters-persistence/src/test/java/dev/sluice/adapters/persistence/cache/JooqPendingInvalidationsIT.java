package dev.sluice.adapters.persistence.cache;

import static dev.sluice.adapters.persistence.schema.Tables.PENDING_INVALIDATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.cache.PendingInvalidationsContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqPendingInvalidationsIT implements PendingInvalidationsContract {

    private final PersistenceFixture fixture;
    private final Repositories repositories;

    JooqPendingInvalidationsIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
        repositories = fixture.repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }

    @Test
    void nobodyIsGivenWhatHasNotBeenCommitted() {
        repositories.transactions().run(() -> {
            pending().record(List.of(FIRST));
            assertThat(Concurrently.elsewhere(() -> pending().waitingFor(Duration.ZERO, 9)))
                    .isEmpty();
        });

        assertThat(pending().waitingFor(Duration.ZERO, 9)).containsExactly(FIRST);
    }

    @Test
    void theAgeIsByTheDatabasesClock() {
        pending().record(List.of(FIRST, SECOND));
        makeOlder(SECOND.id(), Duration.ofMinutes(5));

        assertThat(pending().waitingFor(Duration.ofMinutes(4), 9)).containsExactly(SECOND);
        assertThat(pending().waitingFor(Duration.ZERO, 9)).containsExactly(SECOND, FIRST);
    }

    @Test
    void whatThisReleaseCannotReadStaysForOneThatCanAndStopsNothing() {
        UUID unknown = new UUID(0, 1);
        fixture.dsl()
                .insertInto(PENDING_INVALIDATIONS)
                .set(PENDING_INVALIDATIONS.ID, unknown)
                .set(PENDING_INVALIDATIONS.INVALIDATION, "planet:mars")
                .execute();
        pending().record(List.of(FIRST));

        assertThat(pending().waitingFor(Duration.ZERO, 9)).containsExactly(FIRST);
        assertThat(fixture.dsl().fetchCount(PENDING_INVALIDATIONS, PENDING_INVALIDATIONS.ID.eq(unknown)))
                .isEqualTo(1);
    }

    @Test
    void whoFindsARowInAnothersHandsDoesNotWait() {
        pending().record(List.of(FIRST, SECOND));

        repositories.transactions().run(() -> {
            pending().forget(List.of(FIRST.id()));
            assertThat(Concurrently.elsewhere(() -> pending().forget(List.of(FIRST.id(), SECOND.id()))))
                    .isEqualTo(1);
        });

        assertThat(pending().waitingFor(Duration.ZERO, 9)).isEmpty();
    }

    private void makeOlder(UUID id, Duration by) {
        Instant recorded = fixture.dsl()
                .fetchSingle(PENDING_INVALIDATIONS, PENDING_INVALIDATIONS.ID.eq(id))
                .getRecordedAt();
        fixture.dsl()
                .update(PENDING_INVALIDATIONS)
                .set(PENDING_INVALIDATIONS.RECORDED_AT, recorded.minus(by))
                .where(PENDING_INVALIDATIONS.ID.eq(id))
                .execute();
    }

    private PendingInvalidations pending() {
        return repositories.pendingInvalidations();
    }
}
