package dev.sluice.domain.invoice;

/** The bytes of a PDF file. They are handed over, not copied: nobody changes them. */
public final class PdfDocument {

    private final byte[] bytes;

    public PdfDocument(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }
}
