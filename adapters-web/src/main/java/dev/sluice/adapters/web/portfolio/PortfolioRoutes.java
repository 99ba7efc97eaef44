package dev.sluice.adapters.web.portfolio;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The route of portfolios. */
@Configuration(proxyBeanMethods = false)
@Import(PortfolioController.class)
public class PortfolioRoutes {}
