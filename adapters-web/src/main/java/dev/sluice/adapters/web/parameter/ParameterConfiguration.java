package dev.sluice.adapters.web.parameter;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The formats of path and query parameters. */
@Configuration(proxyBeanMethods = false)
@Import(ParameterFormats.class)
public class ParameterConfiguration {}
