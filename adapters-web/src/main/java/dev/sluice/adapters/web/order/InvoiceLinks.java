package dev.sluice.adapters.web.order;

import dev.sluice.domain.order.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Links to invoices that work without a key for a short time. What makes them work stands in the query alone. */
final class InvoiceLinks {

    private static final String INVOICE = "invoice";
    static final String SECONDS = "[0-9]{1,12}";

    private static final Pattern EXPIRES = Pattern.compile(SECONDS);

    private final LinkSignatures signatures;
    private final InvoiceLinkProperties properties;
    private final InstantSource clock;

    InvoiceLinks(LinkSignatures signatures, InvoiceLinkProperties properties, InstantSource clock) {
        this.signatures = signatures;
        this.properties = properties;
        this.clock = clock;
    }

    InvoiceLinkResponse to(OrderId order) {
        long expires = clock.instant().plus(properties.lifetime()).getEpochSecond();
        String path = "/v1/orders/" + order.value() + "/invoice/download?expires=" + expires + "&signature="
                + signatures.sign(INVOICE, order, expires);
        return new InvoiceLinkResponse(properties.absolute(path), Instant.ofEpochSecond(expires));
    }

    /** Whether a link with these parameters works now. */
    boolean works(OrderId order, String expires, String signature) {
        OptionalLong seconds = seconds(expires);
        return seconds.isPresent()
                && signatures.isGood(signature, INVOICE, order, seconds.getAsLong())
                && clock.instant().getEpochSecond() < seconds.getAsLong();
    }

    private static OptionalLong seconds(String expires) {
        return EXPIRES.matcher(expires).matches() ? OptionalLong.of(Long.parseLong(expires)) : OptionalLong.empty();
    }
}
