package dev.sluice.bench.load;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What wrk asks for, one after the other, in the language that it understands. */
public final class WrkScript {

    private WrkScript() {}

    /** Reads all paths in turns. */
    public static Path reads(List<String> paths) {
        return written("""
                local paths = {%s}
                local requests, turn = {}, 0
                function init()
                  for index, path in ipairs(paths) do requests[index] = wrk.format("GET", path) end
                end
                function request()
                  turn = turn %% #requests + 1
                  return requests[turn]
                end
                """.formatted(quoted(paths)));
    }

    /**
     * Posts all bodies in turns, each time with another {@code Idempotency-Key}.
     *
     * @param key the API key that it sends
     */
    public static Path posts(String path, List<String> bodies, String key) {
        return written("""
                local bodies = {%s}
                local headers = {["Content-Type"] = "application/json", ["Authorization"] = "Bearer %s"}
                local turn, run = 0, os.time()
                function init()
                  run = run .. "-" .. tostring(headers):gsub("%%W", "")
                end
                function request()
                  turn = turn + 1
                  headers["Idempotency-Key"] = run .. "-" .. turn
                  return wrk.format("POST", "%s", headers, bodies[turn %% #bodies + 1])
                end
                """.formatted(quoted(bodies), key, path));
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "[[" + text + "]]").collect(Collectors.joining(",\n"));
    }

    private static Path written(String script) {
        Path folder = Folders.temporary("bench-wrk");
        AtExit.close(() -> Folders.delete(folder));
        try {
            return Files.writeString(folder.resolve("requests.lua"), script);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }
}
