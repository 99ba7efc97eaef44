package dev.sluice.adapters.web.job;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of jobs. */
@Configuration(proxyBeanMethods = false)
@Import({JobController.class, JobBulkController.class, PauseController.class})
public class JobRoutes {}
