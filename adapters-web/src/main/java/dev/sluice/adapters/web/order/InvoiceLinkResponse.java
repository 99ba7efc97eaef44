package dev.sluice.adapters.web.order;

import java.time.Instant;

/**
 * A link to an invoice's PDF.
 *
 * @param url works without a key until then; absolute if the API knows its address, else from the path on
 */
record InvoiceLinkResponse(String url, Instant expiresAt) {

    /** Without the signature: it may stand in a log. */
    @Override
    public String toString() {
        return "InvoiceLinkResponse[***, " + expiresAt + "]";
    }
}
