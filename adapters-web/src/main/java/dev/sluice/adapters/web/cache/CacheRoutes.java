package dev.sluice.adapters.web.cache;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operators' routes of the cache. */
@Configuration(proxyBeanMethods = false)
@Import(CacheController.class)
public class CacheRoutes {}
