package dev.sluice.local.tour;

/** Says that a step of the tour did not show what it should. */
public final class TourFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TourFailure(String expected, String got) {
        super(text(expected, got));
    }

    TourFailure(String expected, String got, Throwable cause) {
        super(text(expected, got), cause);
    }

    private static String text(String expected, String got) {
        return "expected: %s%n         got: %s".formatted(expected, got);
    }
}
