package dev.sluice.adapters.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** TLS by Spring Boot's own settings, as the README gives them. */
@ApiTest
@ContextConfiguration(initializers = TlsIT.Variables.class)
@DirtiesContext // It would look for its certificate when that is gone.
class TlsIT {

    @TempDir
    private static @Nullable Path folder;

    private static @Nullable TestCertificate installed;

    private final ApiClient api;

    TlsIT(ApiClient api) {
        this.api = api;
    }

    /** As the environment variables that the README names. */
    static final class Variables implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            install(made());
            Map<String, Object> variables = Map.of(
                    "SERVER_SSL_BUNDLE", "api",
                    "SPRING_SSL_BUNDLE_PEM_API_KEYSTORE_CERTIFICATE",
                            file("tls.crt").toString(),
                    "SPRING_SSL_BUNDLE_PEM_API_KEYSTORE_PRIVATEKEY",
                            file("tls.key").toString(),
                    "SPRING_SSL_BUNDLE_PEM_API_RELOADONUPDATE", "true",
                    "SPRING_SSL_BUNDLE_WATCH_FILE_QUIETPERIOD", "50ms");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        }
    }

    @Test
    void theApiAnswersOverTlsAndTellsBrowsersToStayThere() throws IOException {
        HttpResponse<String> answer = get("https", requireNonNull(installed));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void withoutTlsThereIsNoAnswerOfTheApi() throws IOException {
        HttpResponse<String> answer = get("http", requireNonNull(installed));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("X-Request-Id")).isEmpty();
    }

    @Test
    void aRenewedCertificateIsServedWithoutARestart() throws IOException {
        TestCertificate renewed = made();
        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get("https", renewed));

        install(renewed);

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(SSLException.class)
                .until(() -> get("https", renewed).statusCode() == 200);
    }

    private static TestCertificate made() {
        return TestCertificate.make(requireNonNull(folder));
    }

    private static Path file(String name) {
        return requireNonNull(folder).resolve(name);
    }

    private static void install(TestCertificate certificate) {
        certificate.write(file("tls.crt"), file("tls.key"));
        installed = certificate;
    }

    private HttpResponse<String> get(String scheme, TestCertificate trusted) throws IOException {
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + api.port() + "/v1/creators"))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static SSLContext trusting(TestCertificate trusted) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("trusted", trusted.certificate());
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be trusted", e);
        }
    }
}
