package dev.sluice.adapters.web;

import dev.sluice.domain.failure.RetryableFailure;
import java.sql.SQLTransientConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Routes that fail in the ways that the API's own routes fail in when something behind them does. */
@RestController
final class FailingController {

    @GetMapping("/failing/{way}")
    String fail(@PathVariable String way) {
        return switch (way) {
            case "retryable" ->
                throw new RetryableFailure("the database is away", new IllegalStateException("ada@example.org"));
            case "pool" ->
                throw new IllegalStateException(new SQLTransientConnectionException("none for ada@example.org"));
            case "unexpected" -> throw new IllegalStateException("cannot process ada@example.org");
            default -> "fine";
        };
    }
}
