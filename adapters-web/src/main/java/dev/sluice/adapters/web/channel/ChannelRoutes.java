package dev.sluice.adapters.web.channel;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of channels. */
@Configuration(proxyBeanMethods = false)
@Import(ChannelController.class)
public class ChannelRoutes {}
