package dev.sluice.adapters.web;

import static java.util.Objects.requireNonNull;

import dev.sluice.adapters.web.route.Public;
import dev.sluice.adapters.web.route.Retiring;
import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Work;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Routes that fail in the ways that the API's own routes fail in when something behind them does, and one that was forgotten. */
@Hidden
@RestController
final class FailingController {

    /** The urgency that whatever waits here would have, and the seconds until its deadline, rounded up. */
    @GetMapping("/work")
    @Public
    String work() {
        Work work = Work.current();
        long millis = requireNonNull(work.deadline()).remaining().toMillis();
        return work.urgency() + " " + Math.ceilDiv(millis, 1_000);
    }

    /** It says nothing of its callers. */
    @GetMapping("/forgotten")
    String forgotten() {
        return "fine";
    }

    @GetMapping("/retiring")
    @Public
    @Retiring(since = "2026-12-01", until = "2027-06-01", successor = "/v1/creators")
    String retiring() {
        return "still here";
    }

    @GetMapping("/failing/{way}")
    @Public
    String fail(@PathVariable String way) {
        return switch (way) {
            case "retryable" ->
                throw new RetryableFailure("the database is away", new IllegalStateException("ada@example.org"));
            case "pool" ->
                throw new IllegalStateException(new SQLTransientConnectionException("none for ada@example.org"));
            case "overloaded" -> throw new Overloaded("the queue is full", Duration.ofMillis(1_250));
            case "unexpected" -> throw new IllegalStateException("cannot process ada@example.org");
            default -> "fine";
        };
    }
}
