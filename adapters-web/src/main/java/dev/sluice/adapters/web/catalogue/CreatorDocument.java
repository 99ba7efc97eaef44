package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.catalogue.CreatorDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a patch may change about a creator. */
record CreatorDocument(
        @NotNull(message = "is required") @Text(max = 200) String name,
        @Text(min = 0, max = 2000, lines = true) @Nullable String bio,
        @NotNull(message = "is required") @Valid SellerDocument seller) {

    static CreatorDocument of(CreatorDetails details) {
        return new CreatorDocument(details.name(), details.bio(), SellerDocument.of(details.seller()));
    }

    CreatorDetails details() {
        return new CreatorDetails(name, Objects.requireNonNullElse(bio, ""), seller.seller());
    }
}
