package dev.sluice.adapters.web.apikey;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of API keys. */
@Configuration(proxyBeanMethods = false)
@Import(ApiKeyController.class)
public class ApiKeyRoutes {}
