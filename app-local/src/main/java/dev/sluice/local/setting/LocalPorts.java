package dev.sluice.local.setting;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ports of one local run; 0 stands for a free one. */
public record LocalPorts(Map<LocalPort, Integer> ports) {
    public LocalPorts {
        ports = Map.copyOf(ports);
    }

    /** Free ones throughout, so that nothing can be in the way. */
    public static LocalPorts free() {
        return new LocalPorts(Arrays.stream(LocalPort.values()).collect(toMap(port -> port, port -> 0)));
    }

    /** Those that the environment sets, the usual ones otherwise. */
    public static LocalPorts from(Map<String, String> environment) {
        return new LocalPorts(
                Arrays.stream(LocalPort.values()).collect(toMap(port -> port, port -> port.chosen(environment))));
    }

    public int of(LocalPort port) {
        return Objects.requireNonNull(ports.get(port));
    }

    /**
     * Makes sure that these ports can be used.
     *
     * @throws dev.sluice.local.console.PlainFailure that names the taken port and its setting
     */
    public void requireFree(LocalPort... used) {
        requireFree(List.of(used));
    }

    private void requireFree(Collection<LocalPort> used) {
        used.forEach(port -> port.requireFree(of(port)));
    }
}
