package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.application.channel.RefreshAllChannels;
import dev.sluice.domain.job.schedule.JobSchedule;
import dev.sluice.domain.job.schedule.MissedRuns;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SchedulesPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new SchedulesProperties(new ScheduleProperties("-", ZoneId.of("UTC"), MissedRuns.FIRE_ONCE)));
    }

    @Test
    void fullMapping() {
        SchedulesProperties properties = bound(Map.of(
                "sluice.schedules.refresh-channels.cron", "0 30 4 * * *",
                "sluice.schedules.refresh-channels.zone", "Europe/Berlin",
                "sluice.schedules.refresh-channels.missed", "skip"));
        assertThat(properties)
                .isEqualTo(new SchedulesProperties(
                        new ScheduleProperties("0 30 4 * * *", ZoneId.of("Europe/Berlin"), MissedRuns.SKIP)));

        JobSchedule<?> schedule = schedule(properties);
        assertThat(schedule.definition()).isEqualTo("0 30 4 * * * Europe/Berlin");
        assertThat(schedule.missed()).isEqualTo(MissedRuns.SKIP);
        assertThat(schedule.firingAfter(Instant.parse("2026-07-01T00:00:00Z")).at())
                .isEqualTo(Instant.parse("2026-07-01T02:30:00Z"));
    }

    @Test
    void eachIsAnEnvironmentVariableToo() {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> variables = Map.of("SLUICE_SCHEDULES_REFRESHCHANNELS_CRON", "@hourly");
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));

        SchedulesProperties properties = new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("sluice.schedules", SchedulesProperties.class);

        assertThat(properties.refreshChannels().cron()).isEqualTo("@hourly");
    }

    @Test
    void aBadExpressionIsRefusedWithItsKey() {
        SchedulesProperties properties = bound(Map.of("sluice.schedules.refresh-channels.cron", "0 3 * * *"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule(properties))
                .withMessageStartingWith("sluice.schedules.refresh-channels.cron: ")
                .withMessageContaining("6 fields")
                .withNoCause();
    }

    private static JobSchedule<?> schedule(SchedulesProperties properties) {
        return properties
                .refreshChannels()
                .schedule("refresh-channels", RefreshAllChannels.TYPE, new RefreshAllChannels.Payload());
    }

    private static SchedulesProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sluice.schedules", SchedulesProperties.class);
    }
}
