package dev.sluice.bench.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A peer that is written for Node, with the modules that its lock file names. */
public record NodeProject(InstalledProgram node, InstalledProgram npm, Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Installs its modules; empty if Node is not installed. */
    public static Optional<NodeProject> find(Path folder) {
        return InstalledProgram.onPath("node")
                .flatMap(node -> InstalledProgram.onPath("npm")
                        .map(npm -> new NodeProject(node, npm, folder.toAbsolutePath()).installed()));
    }

    private NodeProject installed() {
        npm.outputIn(folder, "ci", "--no-audit", "--no-fund");
        return this;
    }

    /** Runs one of its scripts. */
    public void run(String script) {
        npm.outputIn(folder, "run", script);
    }

    public String nodeVersion() {
        return node.output("--version");
    }

    /** The version that is installed of a module. */
    public String version(String module) {
        Path description = folder.resolve("node_modules").resolve(module).resolve("package.json");
        return Files.exists(description)
                ? JSON.readTree(description).path("version").asString()
                : "unknown";
    }
}
