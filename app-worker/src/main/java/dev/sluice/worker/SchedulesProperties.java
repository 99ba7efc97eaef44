package dev.sluice.worker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When each schedule fires.
 *
 * @param refreshChannels the synchronisation of all channels
 */
@ConfigurationProperties("sluice.schedules")
record SchedulesProperties(@DefaultValue ScheduleProperties refreshChannels) {}
