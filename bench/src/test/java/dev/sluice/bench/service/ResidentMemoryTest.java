package dev.sluice.bench.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void thePeakIsTheHighWaterMarkInMebibytes() {
        assertThat(ResidentMemory.peak(List.of("Name:\tjava", "VmHWM:\t  337920 kB", "VmRSS:\t  1024 kB")))
                .hasValue(330);
    }

    @Test
    void whereTheSystemDoesNotTellThereIsNone() {
        assertThat(ResidentMemory.peak(List.of("Name:\tjava"))).isEmpty();
    }
}
