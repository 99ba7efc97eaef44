package dev.sluice.local;

import dev.sluice.local.console.Console;
import dev.sluice.local.service.EnvironmentFile;
import dev.sluice.local.service.LocalServices;
import dev.sluice.local.setting.LocalPort;
import dev.sluice.local.setting.LocalPorts;
import dev.sluice.local.state.ProcessLedger;
import dev.sluice.local.state.StateFolder;
import java.nio.file.Path;
import java.util.Map;

/** Starts the services alone, and prints what API and worker need to know of them. */
record ServicesCommand(Console console, Map<String, String> environment, Path folder) implements Command {

    @Override
    public int run() {
        LocalPorts ports = LocalPorts.from(environment);
        StateFolder state = StateFolder.claim(folder);
        LocalLog.keepIn(state);
        new ProcessLedger(state).endLeftovers();
        ports.requireFree(LocalPort.POSTGRES, LocalPort.REDIS, LocalPort.BROKER, LocalPort.SMTP, LocalPort.YOUTUBE);
        Ending.announceStopped(console, state);
        LocalServices services = LocalServices.start(console, ports, state);
        Ending.announceStopping(console);
        tell(services.environment());
        Ending.await();
        return 0;
    }

    private void tell(Map<String, String> variables) {
        Path file = LocalServices.environmentFile(folder).path();
        console.heading("The environment for API and worker, also in " + file);
        EnvironmentFile.lines(variables).forEach(console::line);
        console.line("");
        console.line("Up. Ctrl-C ends everything.");
    }
}
