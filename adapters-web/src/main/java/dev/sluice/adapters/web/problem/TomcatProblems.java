package dev.sluice.adapters.web.problem;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Makes Tomcat's own error answers problems, and lets a client that sends too much read its answer. */
final class TomcatProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    /** How much of a refused body is read and thrown away before the connection is cut. */
    private static final String SWALLOWED_BYTES = String.valueOf(32 * 1024 * 1024);

    private final ProblemWriter writer;

    TomcatProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    /** After Spring Boot's own customizer, so that this valve lies inside of the one that it adds, and reports first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(this::reportProblems);
        factory.addConnectorCustomizers(connector -> connector.setProperty("maxSwallowSize", SWALLOWED_BYTES));
    }

    private void reportProblems(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(TomcatProblemValve.class.getName());
        host.getPipeline().addValve(new TomcatProblemValve(writer));
    }
}
