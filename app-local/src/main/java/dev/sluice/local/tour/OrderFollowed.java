package dev.sluice.local.tour;

import dev.sluice.embedded.process.Waiting;
import dev.sluice.local.console.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Follows an order to its end, and tells how long each part took by the times that the system recorded. */
final class OrderFollowed {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> OPEN = Set.of("QUEUED", "PROCESSING");

    private final ShopApi api;
    private final TourSheet sheet;

    OrderFollowed(ShopApi api, TourSheet sheet) {
        this.api = api;
        this.sheet = sheet;
    }

    void play(PlacedOrder order) {
        sheet.step("Follow it from QUEUED over PROCESSING to COMPLETED");
        Waiting.until(() -> !OPEN.contains(status(read(order))), LIMIT);
        JsonNode end = read(order);
        Instant placed = time(end, "placedAt");
        sheet.fact("QUEUED", placed);
        if (status(end).equals("COMPLETED")) {
            showTimes(placed, time(end, "startedAt"), time(end, "finishedAt"));
        }
        sheet.same("The order is COMPLETED", "COMPLETED", status(end));
    }

    private void showTimes(Instant placed, Instant started, Instant finished) {
        sheet.fact("PROCESSING", started + "  " + after(placed, started) + " in the queue");
        sheet.fact("COMPLETED", finished + "  " + after(started, finished) + " for invoice and e-mail");
        boolean inOrder = !started.isBefore(placed) && !finished.isBefore(started);
        sheet.holds("The recorded times are in order", inOrder, "each time after the one before", "the times above");
    }

    private static String after(Instant from, Instant to) {
        return "+ " + Spans.millis(Duration.between(from, to));
    }

    private static Instant time(JsonNode order, String field) {
        String value = order.path(field).asString("nothing");
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new TourFailure("a time in " + field, value, e);
        }
    }

    private static String status(JsonNode order) {
        return order.path("status").asString("");
    }

    private JsonNode read(PlacedOrder order) {
        return api.get(order.path()).expect(200).json();
    }
}
