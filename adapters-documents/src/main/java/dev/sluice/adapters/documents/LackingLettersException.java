package dev.sluice.adapters.documents;

/** A text has characters that the typeface lacks: its document is drawn anew in one that has more. */
final class LackingLettersException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LackingLettersException() {
        // Expected for names of many languages, so it is cheap: without a stack trace.
        super("the typeface lacks a character", null, false, false);
    }
}
