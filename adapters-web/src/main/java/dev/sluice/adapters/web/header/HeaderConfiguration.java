package dev.sluice.adapters.web.header;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the header fields of {@link SecurityHeaders} into every answer of this process. */
@Configuration(proxyBeanMethods = false)
@Import(TomcatHeaders.class)
public class HeaderConfiguration {}
