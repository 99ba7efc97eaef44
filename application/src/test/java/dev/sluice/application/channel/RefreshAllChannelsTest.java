package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshAllChannelsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final ManualEngine engine = new ManualEngine(clock, repositories.transactions());
    private final RequestChannelSync requesting = new RequestChannelSync(
            engine.transactions(), repositories.channels(), engine.jobs(), () -> {}, new Ids(clock));

    @BeforeEach
    void start() {
        engine.with(new RefreshAllChannels(repositories.channels(), requesting));
    }

    @Test
    void eachChannelIsSynchronisedByAJobOfItsOwn() {
        int channels = PageRequest.LARGEST + 1;
        for (int channel = 0; channel < channels; channel++) {
            SampleChannel.stored(repositories);
        }

        assertThat(requested()).isEqualTo(channels);
    }

    @Test
    void withoutChannelsThereIsNothingToDo() {
        assertThat(requested()).isZero();
    }

    private int requested() {
        engine.enqueue(RefreshAllChannels.TYPE, new RefreshAllChannels.Payload());
        engine.runDue();
        assertThat(engine.onlyEnqueued(RefreshAllChannels.TYPE)).succeeded();
        return engine.enqueued(RefreshChannel.TYPE).size();
    }
}
