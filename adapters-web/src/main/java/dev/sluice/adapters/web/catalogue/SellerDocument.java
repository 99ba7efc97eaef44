package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.Seller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The legal person behind a shop, as it is sent.
 *
 * @param invoiceFormat what the documents of its invoices are, {@code PDF} where it is not said
 */
record SellerDocument(
        @NotNull(message = "is required") @Text(max = 200) String legalName,
        @NotNull(message = "is required") @Valid AddressDocument address,
        @Text(max = 20) @Nullable String vatId,
        @Nullable InvoiceFormat invoiceFormat) {

    static SellerDocument of(Seller seller) {
        return new SellerDocument(
                seller.legalName(), AddressDocument.of(seller.address()), seller.vatId(), seller.invoiceFormat());
    }

    Seller seller() {
        return new Seller(
                legalName, address.address(), vatId, Objects.requireNonNullElse(invoiceFormat, InvoiceFormat.PDF));
    }
}
