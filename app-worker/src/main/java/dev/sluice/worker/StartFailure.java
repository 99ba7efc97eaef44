package dev.sluice.worker;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.convert.ConversionException;

/**
 * Says in one line which setting keeps the process from starting; Spring Boot's own report takes twelve. Spring Boot finds
 * it by its name.
 */
final class StartFailure implements FailureAnalyzer, FailureAnalysisReporter {

    /** Not the JDK's, whose way into the log is closed by now. */
    private static final Log LOG = LogFactory.getLog(StartFailure.class);

    /** What refuses a value says why; what cannot be converted, a port in use and more, Spring Boot knows itself. */
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        Throwable refusal = causes.getLast();
        if (refusal.getClass() != IllegalArgumentException.class
                || causes.stream().anyMatch(ConversionException.class::isInstance)) {
            return null;
        }
        String reason = String.valueOf(refusal.getMessage());
        // Our own refusals name the setting; for others, what was to be made of it helps to find it.
        String line = reason.contains("sluice.") ? reason : origin(causes) + reason;
        return new FailureAnalysis(line, null, failure);
    }

    private static String origin(List<Throwable> causes) {
        return causes.stream()
                .filter(BeanCreationException.class::isInstance)
                .map(cause -> ((BeanCreationException) cause).getBeanName() + ": ")
                .reduce("", (outer, inner) -> inner);
    }

    @Override
    public void report(FailureAnalysis analysis) {
        String line = analysis.getDescription().strip().replaceAll("\\s*\\R\\s*", " ");
        LOG.error("Cannot start: " + line);
    }
}
