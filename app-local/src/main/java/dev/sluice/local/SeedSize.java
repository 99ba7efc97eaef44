package dev.sluice.local;

import dev.sluice.local.console.PlainFailure;
import java.util.List;

/** How much demo data is asked for. */
enum SeedSize {
    SMALL,
    LARGE;

    static SeedSize named(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "small" -> SMALL;
            case "large" -> LARGE;
            default -> throw new PlainFailure("The size of demo data is small or large: make seed SIZE=large");
        };
    }
}
