package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.party.Seller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The legal person behind a shop, as it is sent and answered: what every invoice says about it anyway. */
record SellerDocument(
        @NotNull(message = "is required") @Text(max = 200) String legalName,
        @NotNull(message = "is required") @Valid AddressDocument address,
        @Text(max = 20) @Nullable String vatId) {

    static SellerDocument of(Seller seller) {
        return new SellerDocument(seller.legalName(), AddressDocument.of(seller.address()), seller.vatId());
    }

    Seller seller() {
        return new Seller(legalName, address.address(), vatId);
    }
}
