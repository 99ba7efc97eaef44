package dev.sluice.adapters.documents;

import java.security.SecureRandom;

/**
 * Not random at all: OpenPDF draws from it the tag that tells a document's subset of a font from other documents'. The
 * tag needs no chance, and an invoice drawn twice shall have the same bytes.
 */
final class SameSubsetTag extends SecureRandom {

    private static final long serialVersionUID = 1;

    @Override
    public double nextDouble() {
        return 0;
    }
}
