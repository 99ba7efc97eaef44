package dev.sluice.adapters.web.catalogue;

import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.Seller;
import org.jspecify.annotations.Nullable;

/** The legal person behind a shop, as it is answered: what every invoice says about it anyway. */
record SellerResponse(
        String legalName, AddressDocument address, @Nullable String vatId, InvoiceFormat invoiceFormat) {

    static SellerResponse of(Seller seller) {
        return new SellerResponse(
                seller.legalName(), AddressDocument.of(seller.address()), seller.vatId(), seller.invoiceFormat());
    }
}
