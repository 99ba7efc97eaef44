package dev.sluice.adapters.youtube.violation;

import org.apache.hc.client5.http.DnsResolver;

/** Breaks the rule that Apache HttpClient stays in its adapter. */
public record YouTubeWithHttpClient(DnsResolver names) {}
