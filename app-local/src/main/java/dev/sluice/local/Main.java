package dev.sluice.local;

import dev.sluice.local.console.Console;
import dev.sluice.local.console.PlainFailure;
import dev.sluice.local.state.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The entry point of all local commands: {@code run}, {@code smoke}, {@code services} and {@code seed}. */
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        var console = Console.ofProcess();
        System.exit(exitCode(List.of(arguments), console));
    }

    private static int exitCode(List<String> arguments, Console console) {
        try {
            return command(arguments, console).run();
        } catch (PlainFailure e) {
            console.failure(e.text());
            return FAILED;
        }
    }

    private static Command command(List<String> arguments, Console console) {
        Map<String, String> environment = System.getenv();
        Path state = StateFolder.location(environment);
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "run" -> new RunCommand(console, environment, state);
            case "smoke" -> new SmokeCommand(console);
            case "services" -> new ServicesCommand(console, environment, state);
            case "seed" ->
                new SeedCommand(console, environment, state, SeedSize.named(arguments.subList(1, arguments.size())));
            default -> throw new PlainFailure("Name one of the commands run, smoke, services and seed");
        };
    }
}
