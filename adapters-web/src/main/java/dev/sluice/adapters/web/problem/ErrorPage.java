package dev.sluice.adapters.web.problem;

import dev.sluice.adapters.web.route.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside of Spring MVC, where Tomcat forwards to the error page. */
@Hidden
@RestController
final class ErrorPage implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    @Public
    ResponseEntity<Object> error(HttpServletRequest request) {
        return ProblemWriter.entity(Refusal.ofStatus(status(request)), HttpHeaders.EMPTY, request);
    }

    /** Without a status nothing failed: somebody asked for the page itself, and there is nothing to see. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpStatus.NOT_FOUND.value();
    }
}
