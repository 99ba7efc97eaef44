package dev.sluice.adapters.persistence.invoice;

import dev.sluice.domain.invoice.Invoice;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the JSON that keeps what an invoice says. */
final class FrozenInvoices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FrozenInvoices() {}

    static String write(Invoice invoice) {
        return JSON.writeValueAsString(FrozenInvoice.of(invoice));
    }

    static FrozenInvoice read(JSONB content) {
        return JSON.readValue(content.data(), FrozenInvoice.class);
    }
}
