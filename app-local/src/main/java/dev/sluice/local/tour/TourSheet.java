package dev.sluice.local.tour;

import dev.sluice.local.console.Console;
import java.util.Objects;

/** Where the steps of the tour write what they show, and prove it. */
final class TourSheet {
    private final Console console;
    private int steps;

    TourSheet(Console console) {
        this.console = console;
    }

    /** Begins a step. */
    void step(String title) {
        steps++;
        console.heading(steps + ". " + title);
    }

    void fact(String label, Object value) {
        console.fact(label, value.toString());
    }

    /** Shows what there is to open, once it has opened. */
    void link(String label, Object target) {
        console.found(label, target.toString());
    }

    /** Shows that something is as it should be. */
    void same(String what, Object expected, Object got) {
        holds(what, Objects.equals(expected, got), what + ": " + expected, got);
    }

    /** Shows that something holds. */
    void holds(String what, boolean condition, String expected, Object got) {
        if (!condition) {
            throw new TourFailure(expected, got.toString());
        }
        console.holds(what);
    }
}
