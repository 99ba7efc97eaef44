package dev.sluice.adapters.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with a problem what Tomcat refuses before the application sees it, such as a malformed request line. */
final class TomcatProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(TomcatProblemValve.class);
    private static final int FIRST_ERROR = 400;

    private final ProblemWriter writer;

    TomcatProblemValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(Refusal.ofStatus(response.getStatus()), request, response);
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug(
                    "a client left before it was told what is wrong: {}",
                    gone.getClass().getName());
        }
    }
}
