package dev.sluice.local.deployable;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to start a deployable.
 *
 * @param name as a person calls it
 * @param environment what is added to this process's own environment
 * @param environmentFile where the same is written for a start by hand
 */
record DeployablePlan(
        String name, Program program, int port, Map<String, String> environment, LogFile log, Path environmentFile) {
    DeployablePlan {
        environment = Map.copyOf(environment);
    }
}
