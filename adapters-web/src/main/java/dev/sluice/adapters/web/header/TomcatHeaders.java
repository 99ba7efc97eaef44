package dev.sluice.adapters.web.header;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Puts {@link SecurityHeaders} before all that answers in Tomcat. */
final class TomcatHeaders implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    /** After Spring Boot's own customizer, whose valve finds out from a proxy's headers whether a request is secure. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new SecurityHeaders());
    }
}
