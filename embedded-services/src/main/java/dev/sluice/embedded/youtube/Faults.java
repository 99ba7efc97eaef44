package dev.sluice.embedded.youtube;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong with the answers: failures for some calls, fields that are missing. */
final class Faults {
    private final Set<String> omitted = ConcurrentHashMap.newKeySet();
    private @Nullable YouTubeFailure failure;
    private int callsLeft;

    synchronized void failNext(int calls, YouTubeFailure next) {
        callsLeft = calls;
        failure = next;
    }

    synchronized Optional<YouTubeFailure> next() {
        if (callsLeft == 0) {
            return Optional.empty();
        }
        callsLeft--;
        return Optional.ofNullable(failure);
    }

    void omit(String field) {
        omitted.add(field);
    }

    void strip(JsonNode body) {
        if (body instanceof ObjectNode object) {
            object.remove(omitted);
        }
        body.forEach(this::strip);
    }
}
