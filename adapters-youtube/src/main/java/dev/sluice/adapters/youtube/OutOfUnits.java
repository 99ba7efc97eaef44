package dev.sluice.adapters.youtube;

/** The day's quota is used up, or what is left of it is too little. */
final class OutOfUnits extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean saidByYouTube;

    /** By our own count. */
    OutOfUnits() {
        super("too little is left of the day's quota");
        saidByYouTube = false;
    }

    /** By YouTube's count, which knows of all that use the key. */
    OutOfUnits(Throwable refusal) {
        super("YouTube says that the day's quota is used up", refusal);
        saidByYouTube = true;
    }

    boolean isSaidByYouTube() {
        return saidByYouTube;
    }
}
