package dev.sluice.local;

import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.local.console.Console;
import dev.sluice.local.console.PlainFailure;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.seed.DemoKey;
import dev.sluice.local.seed.SmallSeed;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.StateFolder;
import dev.sluice.local.tour.Tour;
import dev.sluice.local.tour.TourFailure;
import java.time.Duration;

/** Runs everything on free ports with state of its own, and succeeds only if the whole tour holds. */
record SmokeCommand(Console console) implements Command {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @Override
    public int run() {
        TimeLimit.begin(LIMIT, console);
        var temporary = TemporaryState.open(console);
        smoke(temporary.folder());
        temporary.discard();
        console.heading("Every step of the tour held.");
        return 0;
    }

    private void smoke(StateFolder state) {
        LocalLog.keepIn(state);
        LocalServices services = LocalServices.start(console, LocalPorts.free(), state);
        console.step(
                "Demo data", () -> SmallSeed.sow(services.database()), written -> "three shops, half a year of orders");
        var deployables = Deployables.start(console, services, LocalPorts.free(), state, LoopbackPort.HOST);
        try {
            new Tour(console, deployables, services.smtp(), state, DemoKey.issue(services.database())).play();
        } catch (TourFailure e) {
            deployables.all().forEach(each -> console.line(each.log().told()));
            throw new PlainFailure("The tour failed at its last heading above. " + e.getMessage(), e);
        }
    }
}
