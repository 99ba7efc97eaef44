package dev.sluice.domain.load;

import java.util.Locale;

/** Whose work goes first where there is not room for all, the most urgent first. */
public enum Urgency {
    /** What keeps a process alive among the others, such as heartbeats and the dispatcher: one thread each. */
    VITAL(true),
    /** A client waits for it and can come again. */
    REQUEST(false),
    /** Jobs, and whatever nobody has called anything else: to be refused would cost them an attempt. */
    BACKGROUND(true),
    /** A value is renewed before anybody misses it. */
    REFRESH(false);

    private final boolean patient;

    Urgency(boolean patient) {
        this.patient = patient;
    }

    /** Whether it waits as long as it may, instead of hearing at once that there is no room. */
    public boolean isPatient() {
        return patient;
    }

    /** Its name as the value of a metric's tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
