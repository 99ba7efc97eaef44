package dev.sluice.adapters.webhook;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Makes the client: it does what it is told, once, and remembers nothing. */
final class WebhookClients {

    /** A worker's concurrency bounds how many there are. */
    private static final int CONNECTIONS = 10_000;

    private static final Http1Config SHORT_HEAD = Http1Config.custom()
            .setMaxLineLength(8_192)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(10)
            .build();

    private WebhookClients() {}

    /** Connections are not kept, so that each delivery asks anew where its host is. */
    static CloseableHttpClient of(CheckedAddresses addresses, WebhookProperties properties, TlsSocketStrategy tls) {
        RequestConfig waits = RequestConfig.custom()
                .setResponseTimeout(Timeout.of(properties.timeout()))
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections(addresses, properties, tls))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(waits)
                .setUserAgent("Sluice-Webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    private static HttpClientConnectionManager connections(
            CheckedAddresses addresses, WebhookProperties properties, TlsSocketStrategy tls) {
        ConnectionConfig waits = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                .setSocketTimeout(Timeout.of(properties.timeout()))
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setTlsSocketStrategy(tls)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(SHORT_HEAD)
                        .build())
                .setDefaultConnectionConfig(waits)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
    }
}
