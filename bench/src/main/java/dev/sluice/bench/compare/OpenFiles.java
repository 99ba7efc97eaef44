package dev.sluice.bench.compare;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.sluice.bench.report.Progress;
import java.lang.management.ManagementFactory;

/** Whether the system lets a process open as many connections as a scenario needs. */
final class OpenFiles {

    /** What a process opens beside them. */
    private static final int SPARE = 500;

    private OpenFiles() {}

    static boolean suffice(int connections, Progress progress) {
        long limit = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
        boolean enough = limit >= connections + SPARE;
        if (!enough) {
            progress.step(
                    "%,d connections are left out: a process may open %,d files; raise the limit with ulimit -n",
                    connections, limit);
        }
        return enough;
    }
}
