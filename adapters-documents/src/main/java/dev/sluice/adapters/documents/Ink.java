package dev.sluice.adapters.documents;

import java.awt.Color;

/** The colours of an invoice. */
final class Ink {

    static final Color TEXT = new Color(0x1b2430);
    static final Color MUTED = new Color(0x66717f);
    static final Color ACCENT = new Color(0x0f6e84);
    static final Color HAIRLINE = new Color(0xdfe4e8);

    private Ink() {}
}
