package dev.sluice.bench.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.bench.service.JavaProcess;
import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A {@link Crowd} and the way to talk to it. It ends within a minute, whatever happens. */
final class CrowdProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Process process;
    private final BufferedReader answers;

    private CrowdProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
    }

    static CrowdProcess start(int redisPort, int callers) {
        List<String> command = JavaProcess.command(List.of(
                "-cp",
                JavaProcess.classPath(),
                Crowd.class.getName(),
                Integer.toString(redisPort),
                Integer.toString(callers)));
        try {
            // That Redis is gone it would tell at length.
            CrowdProcess crowd = new CrowdProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            AtExit.close(crowd);
            crowd.endInTime();
            return crowd;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + Crowd.class, e);
        }
    }

    /** Whoever waits for an answer sees the end of the answers then. */
    private void endInTime() {
        CompletableFuture.delayedExecutor(LIMIT.toSeconds(), TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    void awaitReady() {
        String answer = answer();
        if (!answer.equals(Crowd.READY)) {
            throw new IllegalStateException("a crowd said " + answer);
        }
    }

    /** Has all read the value, and does not wait. */
    void read(String id) {
        try {
            var writer = process.outputWriter(UTF_8);
            writer.write(id + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a crowd has ended", e);
        }
    }

    /** Waits until all have read, and yields how many had to fetch. */
    int fetches() {
        return Integer.parseInt(answer());
    }

    private String answer() {
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("a crowd has ended early");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("a crowd has ended", e);
        }
    }

    @Override
    public void close() {
        AtExit.forget(this);
        process.destroy();
        if (!Waiting.untilEnded(process.toHandle(), GRACE)) {
            process.destroyForcibly();
        }
    }
}
