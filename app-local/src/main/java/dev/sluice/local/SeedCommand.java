package dev.sluice.local;

import dev.sluice.local.console.Console;
import dev.sluice.local.console.PlainFailure;
import dev.sluice.local.database.Database;
import dev.sluice.local.seed.LargeSeed;
import dev.sluice.local.seed.SmallSeed;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes demo data to the database that the environment names, else to that of the state folder, running or not. */
record SeedCommand(Console console, Map<String, String> environment, Path folder, SeedSize size) implements Command {

    @Override
    public int run() {
        console.heading("Demo data, " + size.name().toLowerCase(Locale.ROOT) + " set");
        Database database = database();
        console.fact("Database", database.url());
        console.step("Migrations", database::migrate, applied -> applied + " applied");
        switch (size) {
            case SMALL -> sowSmall(database);
            case LARGE -> LargeSeed.sow(database, console);
        }
        return 0;
    }

    private void sowSmall(Database database) {
        console.step(
                "Three shops",
                () -> SmallSeed.sow(database),
                written -> written ? "written" : "already there: nothing done");
    }

    private Database database() {
        return Database.named(environment).orElseGet(() -> StateFolder.isInUse(folder) ? running() : started());
    }

    private Database running() {
        var file = LocalServices.environmentFile(folder);
        return Database.named(Files.exists(file.path()) ? file.read() : Map.of())
                .orElseThrow(() -> new PlainFailure(
                        "Sluice is starting on the state folder " + folder + ": try again when it is up"));
    }

    private Database started() {
        StateFolder state = StateFolder.claim(folder);
        LocalLog.keepIn(state);
        return LocalServices.startDatabase(console, LocalPorts.from(environment), state);
    }
}
