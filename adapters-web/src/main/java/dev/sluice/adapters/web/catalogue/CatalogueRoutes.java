package dev.sluice.adapters.web.catalogue;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of creators and products. */
@Configuration(proxyBeanMethods = false)
@Import({CreatorController.class, ProductController.class})
public class CatalogueRoutes {}
