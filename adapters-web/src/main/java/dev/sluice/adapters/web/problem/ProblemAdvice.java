package dev.sluice.adapters.web.problem;

import dev.sluice.adapters.web.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers with a problem whatever goes wrong in a controller or on the way to it. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException refused, HttpServletRequest request) {
        return ProblemWriter.entity(refused.refusal(), HttpHeaders.EMPTY, request);
    }

    /** Tomcat reads the query string when a parameter is asked for, and only then finds it malformed. */
    @ExceptionHandler
    ResponseEntity<Object> malformedQuery(InvalidParameterException malformed, HttpServletRequest request) {
        return ProblemWriter.entity(Refusal.ofStatus(malformed.getErrorCode()), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> failed(Exception failure, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        return ProblemWriter.entity(ProblemWriter.refusal(failure, request), HttpHeaders.EMPTY, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(UnreadableBody.refusal(unreadable), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<? extends ConstraintViolation<?>> violations = invalid.getAllErrors().stream()
                .<ConstraintViolation<?>>map(error -> error.unwrap(ConstraintViolation.class))
                .toList();
        return answer(Violations.refusal(violations), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = String.valueOf(mismatch.getPropertyName());
        return answer(Refusal.invalid(Violation.ofParameter(name, "invalid", "is not valid")), headers, request);
    }

    /** Whatever else Spring MVC refuses: its status says what, its headers what would be allowed. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            FailureLog.record(RequestId.of(servletRequest(request)), failure);
        }
        return answer(Refusal.ofStatus(status.value()), headers, request);
    }

    private static ResponseEntity<Object> answer(Refusal refusal, HttpHeaders headers, WebRequest request) {
        return ProblemWriter.entity(refusal, headers, servletRequest(request));
    }

    private static HttpServletRequest servletRequest(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
